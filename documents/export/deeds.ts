// What was done about a problem, in the words of those who did it: reports and measures, never words of our own.
import type { PlainDate } from '../../domain/words';
import { chineseDate } from './chinese-date';
import { chineseNumeral } from './chinese-numeral';
import { linesOfText } from './clean';
import { gap } from './gap';
import type { MeasureRecord, ProblemRecord } from './record';
import { isOpen } from './totals';

/**
 * For the public: its own public text; else the last submission or report where that enumerates what was done; else the
 * measures, then that report. Paragraphs; at least one.
 */
export function publicDeeds(problem: ProblemRecord, asOf: PlainDate): readonly string[] {
  const own = paragraphsOf(withoutLabel(problem.publicText ?? ''));
  if (own.length > 0) return own;
  const told = lastReport(problem);
  const parts = enumerates(told) ? [told] : [measuresSentence(problem, asOf), told];
  const paragraphs = parts.flatMap(paragraphsOf);
  return paragraphs.length === 0 ? [gap('整改情况')] : [...paragraphs, ...untold(problem, told)];
}

/** 一是…。二是…（正在推进，时限2026年4月20日）。 Empty where there are none. */
function measuresSentence(problem: ProblemRecord, asOf: PlainDate): string {
  return problem.measures
    .map((measure, index) => {
      const words = measure.text.trim().replace(/[。；;，,、\s]+$/, '');
      return `${chineseNumeral(index + 1)}是${words}${pending(measure, problem, asOf)}。`;
    })
    .join('');
}

/** Lines that begin with a number go on with the line before: as lines of their own they would read as headings. */
export function paragraphsOf(text: string): readonly string[] {
  return linesOfText(text).reduce<readonly string[]>((paragraphs, line) => {
    const last = paragraphs.at(-1);
    return last !== undefined && numbered.test(line)
      ? [...paragraphs.slice(0, -1), last + line]
      : [...paragraphs, line];
  }, []);
}

const numbered =
  /^(?:第?[一二三四五六七八九十百]+[、．.]|[（(][一二三四五六七八九十百\d]+[)）]|\d{1,3}[.．、)）]|[①-⑳])/;

function lastReport({ reports }: ProblemRecord): string {
  const last = reports.findLast(({ kind }) => kind === 'submission') ?? reports.at(-1);
  return last?.text.trim() ?? '';
}

function enumerates(text: string): boolean {
  return /(?:^|[。；;：:\n])\s*(?:一是|1[.．、](?!\d)|[（(]1[)）]|①)/.test(text);
}

/** Measures alone say what was planned: what came of them is for the author to add. */
function untold(problem: ProblemRecord, told: string): readonly string[] {
  const shown = told !== '' || problem.measures.some(({ done }) => done) || !isOpen(problem);
  return shown ? [] : [gap('各项措施的落实情况')];
}

/** Only where the record tells done from not done; a date that is past promises nothing. */
function pending(
  { done, due, recurrence }: MeasureRecord,
  problem: ProblemRecord,
  asOf: PlainDate,
): string {
  const told = due !== null || problem.measures.some((measure) => measure.done);
  if (done || recurrence !== null || !told || !isOpen(problem)) return '';
  return due === null || due < asOf ? '（正在推进）' : `（正在推进，时限${chineseDate(due)}）`;
}

function withoutLabel(text: string): string {
  return text.trim().replace(/^整改(?:落实)?情况[:：]\s*/, '');
}
