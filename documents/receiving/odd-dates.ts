/** Dates of what is about to be received that are possible but should be looked at. */
import { assertNever } from '../../domain/assert-never';
import type { Calendar } from '../../domain/calendar';
import { dueOn } from '../../domain/due';
import { dueRules } from '../../domain/due-rules';
import { planDayAt } from '../../domain/plan-clock';
import type { Reception } from '../../domain/reception';
import { seqWords } from '../../domain/seq-words';
import type { PlainDate } from '../../domain/words';

export type OddDate =
  | { readonly kind: 'feedbackAhead' | 'periodPast'; readonly day: PlainDate }
  | {
      readonly kind: 'dueBeforeHandover';
      readonly seq: number;
      readonly due: PlainDate;
      readonly from: PlainDate;
    }
  | { readonly kind: 'duePast'; readonly seqs: readonly number[] }
  | { readonly kind: 'measureAfterProblem'; readonly seq: number; readonly due: PlainDate };

export function oddDates(
  { problems, feedbackOn, policy, clock }: Reception,
  now: string,
  calendar: Calendar,
): readonly OddDate[] {
  const today = planDayAt(clock, now);
  const end = dueOn(dueRules(policy).periodEnd(feedbackOn), calendar).dueOn;
  const dated = problems
    .filter(({ entry }) => entry !== 'signedOff' && entry !== 'closed')
    .flatMap(({ due, ...problem }) => (due === null ? [] : [{ ...problem, due }]));
  const early = dated.filter(({ due, handedOverOn }) => due < handedOverOn);
  const past = dated.filter(({ due }) => due < today).map(({ seq }) => seq);
  const late = dated.filter(({ due, measures }) =>
    measures.some((measure) => measure.due !== null && measure.due > due),
  );
  return [
    ...(feedbackOn > today ? [{ kind: 'feedbackAhead', day: feedbackOn } as const] : []),
    ...(end < today ? [{ kind: 'periodPast', day: end } as const] : []),
    ...early.map(({ seq, due, handedOverOn: from }) => ({
      ...({ kind: 'dueBeforeHandover', seq, due, from } as const),
    })),
    ...(past.length === 0 ? [] : [{ kind: 'duePast', seqs: past } as const]),
    ...late.map(({ seq, due }) => ({ kind: 'measureAfterProblem', seq, due }) as const),
  ];
}

/** How each is said. */
interface OddDateWords {
  readonly feedbackAhead: (day: string) => string;
  readonly periodPast: (day: string) => string;
  readonly dueBeforeHandover: (seq: number, due: string, from: string) => string;
  readonly duePast: (seqs: string, count: number) => string;
  readonly measureAfterProblem: (seq: number, due: string) => string;
}

export function oddDateWords(odd: OddDate, words: OddDateWords): string {
  switch (odd.kind) {
    case 'feedbackAhead':
    case 'periodPast':
      return words[odd.kind](odd.day);
    case 'dueBeforeHandover':
      return words.dueBeforeHandover(odd.seq, odd.due, odd.from);
    case 'duePast':
      return words.duePast(seqWords(odd.seqs), odd.seqs.length);
    case 'measureAfterProblem':
      return words.measureAfterProblem(odd.seq, odd.due);
    default:
      return assertNever(odd);
  }
}
