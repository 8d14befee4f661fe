// What a person should settle before anything starts: made from what was doubtful while reading.
import type { ImportWarning } from '../import-warning';
import type { ImportQuestion } from '../imported-feedback';

/** Something guessed or unclear about a field, before it is known of which problem. */
export interface Doubt {
  readonly field: string;
  /** Null: the text as a whole. */
  readonly line: number | null;
  readonly why: string;
}

/** `seq`: null for what concerns the file as a whole. */
export function asked(seq: number | null, { field, line, why }: Doubt): ImportQuestion {
  return { seq, field, at: line === null ? '全文' : `第${line}行`, why };
}

/** What a warning leaves to be settled: the field, and what else may be true. Other warnings only tell. */
const open: Readonly<Record<string, readonly [field: string, otherwise: string]>> = {
  'unit-missing': ['unit', '没有填单位'],
  'feedback-date-missing': ['feedbackOn', '没有填反馈日期'],
  'publicity-incomplete': ['publicity', '只录入写明的日期'],
  'declared-problems-differ': ['declared.problems', '可能漏读、多读，也可能是原文统计口径不同'],
  'declared-measures-differ': ['declared.measures', '措施可能没有逐条标号，也可能漏读'],
  'text-left-out': ['problems', '也可能是一个问题'],
  'number-gap': ['number', '中间可能漏了问题，也可能是原文编号有误'],
  'numbers-joined': ['number', '也可能是几个问题，需要分开录入'],
  'number-repeated': ['number', '可能是两个问题，也可能是同一个问题'],
  'remedy-repeated': ['measures', '现按一个问题录入，也可能是两个问题'],
  'title-missing': ['title', '没有填标题，也可能不是一个问题'],
  'title-repeated': ['title', '现按两个问题录入，也可能是重复'],
  'status-mixed': ['status', '没有填状态，可能要按其中最慢的一项'],
  'status-unknown': ['status', '没有填状态'],
  'status-missing': ['status', '没有填状态'],
  'date-impossible': ['due', '没有填日期'],
};

export function doubtsOf(warnings: readonly ImportWarning[]): readonly Doubt[] {
  return warnings.flatMap(({ line, code, message }) => {
    const known = open[code];
    if (known === undefined) return [];
    const what = message.replace(/^第\d+行：/, '');
    return [{ field: known[0], line, why: `${what}；${known[1]}` }];
  });
}

/** A date whose year the text does not give, taken from its context. */
export function yearDoubts(field: string, warnings: readonly ImportWarning[]): readonly Doubt[] {
  return warnings
    .filter(({ code }) => code === 'year-inferred' || code === 'date-imprecise')
    .map(({ line, message }) => ({
      field,
      line,
      why: `${message.replace(/^第\d+行：/, '')}；也可能是别的日期`,
    }));
}

/** As they stand in the text; what concerns it as a whole comes last. */
export function inOrder(doubts: readonly Doubt[]): readonly Doubt[] {
  return [...doubts].sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
}

/** About the file first, then problem by problem. */
export function inProblemOrder(questions: readonly ImportQuestion[]): readonly ImportQuestion[] {
  return [...questions].sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
}
