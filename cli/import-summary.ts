/** What was read from a file, as people read it: the problems in a table, then what needs a person. */
import type { ImportedFeedback, ImportedProblem } from '../documents';
import { importingWords as words } from './messages/importing';
import { zh } from './messages/zh';
import { missingLines, questionLines, warningLines } from './question-lines';
import { cut, table } from './table';

export function summaryOf(imported: ImportedFeedback): readonly string[] {
  const { unit, feedbackOn, problems, questions } = imported;
  const parts = [
    [words.heading(unit ?? words.noUnit, feedbackOn ?? words.noDate, problems.length)],
    [tableOf(problems)],
    warningLines(imported),
    questionLines(questions),
    missingLines(imported),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Without the columns that no problem fills. */
function tableOf(problems: readonly ImportedProblem[]): string {
  const rows = problems.map(rowOf);
  const kept = words.columns.map((_head, column) => rows.some((row) => row[column] !== ''));
  const keep = (row: readonly string[]) => row.filter((_cell, column) => kept[column]);
  return table(keep(words.columns), rows.map(keep));
}

function rowOf(problem: ImportedProblem): readonly string[] {
  const { seq, kind, status, due, deadlineWords, measures, title, department } = problem;
  return [
    String(seq),
    kind === null ? words.noKind : zh.kinds[kind],
    status === null ? '' : zh.statuses[status],
    due ?? cut(deadlineWords ?? '', 16),
    String(measures.length),
    cut(department ?? '', 16),
    cut(problem.responsibleLeaders.join('、'), 16),
    cut(problem.handlers.join('、'), 16),
    cut(title.replace(/\s+/g, ' '), 50),
  ];
}
