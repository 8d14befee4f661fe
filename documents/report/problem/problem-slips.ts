// What is odd about single problems: labels, titles, dates and statuses that want a second look.
import { warningAt, type ImportWarning } from '../../import-warning';
import type { ImportedProblem } from '../../imported-feedback';
import type { Deadline } from '../../vocabulary/deadline-words';
import type { ProblemText } from './problem-text';

export function textSlips({
  labels,
  title,
  titleLines,
  line,
}: ProblemText): readonly ImportWarning[] {
  const joined = `问题标题断成${titleLines}行，已合并为一行`;
  return [
    ...repeatedRemedies(labels),
    ...labels
      .filter(({ closed }) => !closed)
      .map((label) => warningAt(label.line, 'label-without-colon', `“${label.name}”后面缺冒号`)),
    ...(title === '' ? [warningAt(line, 'title-missing', '问题没有标题，请补录')] : []),
    ...(titleLines > 1 ? [warningAt(line, 'title-joined', joined)] : []),
  ];
}

/** The same label twice, with text both times: the head of a problem in between may be missing. */
function repeatedRemedies(labels: ProblemText['labels']): readonly ImportWarning[] {
  const seen = new Set<string>();
  const message = (name: string) => `同一问题下再次出现“${name}”，可能漏了一个问题的标题，请核对`;
  return labels
    .filter(({ kind }) => kind === 'remedy')
    .filter(({ name }) => seen.has(name) || !seen.add(name))
    .map(({ line, name }) => warningAt(line, 'remedy-repeated', message(name)));
}

export function dateSlips(deadline: Deadline | null, line: number): readonly ImportWarning[] {
  if (deadline === null) return [];
  const { words, due, impossible, yearInferred } = deadline;
  if (impossible)
    return [warningAt(line, 'date-impossible', `“${words}”不是日历上的日期，整改时限留空，请补录`)];
  return yearInferred && due !== null
    ? [warningAt(line, 'year-inferred', `“${words}”没有写年份，按上下文推定为${due}，请核对`)]
    : [];
}

export interface StatedStatus {
  readonly problem: ImportedProblem;
  readonly line: number;
  /** A status line is there, in words nobody knows: told already. */
  readonly statusUnknown: boolean;
}

/** Where some problems state a status, those that do not are named. */
export function statusSlips(all: readonly StatedStatus[]): readonly ImportWarning[] {
  if (all.every(({ problem }) => problem.status === null)) return [];
  const message = (title: string) => `“${title.slice(0, 20)}”没有注明整改状态，其他问题有，请补录`;
  return all
    .filter(({ problem, statusUnknown }) => problem.status === null && !statusUnknown)
    .map(({ line, problem }) => warningAt(line, 'status-missing', message(problem.title)));
}
