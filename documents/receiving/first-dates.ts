/** What comes due first of what is about to be received. Computed before anything starts. */
import type { Calendar } from '../../domain/calendar';
import { dueOn } from '../../domain/due';
import { dueRules } from '../../domain/due-rules';
import { planDayAt } from '../../domain/plan-clock';
import type { Reception, ReceivedProblem } from '../../domain/reception';
import type { DueRule } from '../../domain/schedule';
import type { PlainDate } from '../../domain/words';

export interface FirstDate {
  readonly of:
    'acceptance' | 'plan' | 'immediate' | 'timeLimited' | 'longTerm' | 'named' | 'periodEnd';
  readonly day: PlainDate;
}

/** In order of days. */
export function firstDates(
  reception: Reception,
  now: string,
  calendar: Calendar,
): readonly FirstDate[] {
  const rules = dueRules(reception.policy);
  const today = planDayAt(reception.clock, now);
  const { feedbackOn, problems, takenOver } = reception;
  const has = (test: (problem: ReceivedProblem) => boolean): boolean => problems.some(test);
  const date = (of: FirstDate['of'], rule: DueRule): FirstDate => ({
    of,
    day: dueOn(rule, calendar).dueOn,
  });
  const named = problems.flatMap(({ due }) => due ?? []).sort()[0];
  const handedOver = earliestHandedOver(problems);
  const dates = [
    ...(has(({ entry }) => entry === 'accepting')
      ? [date('acceptance', rules.acceptance(today))]
      : []),
    ...(takenOver ? [] : [date('plan', rules.plan(feedbackOn))]),
    ...(handedOver === null ? [] : [date('immediate', rules.immediate(handedOver))]),
    ...(has(({ kind, due }) => kind === 'timeLimited' && due === null)
      ? [date('timeLimited', rules.timeLimited(feedbackOn))]
      : []),
    ...(has(({ kind, due }) => kind === 'longTerm' && due === null)
      ? [date('longTerm', rules.longTerm(feedbackOn))]
      : []),
    ...(named === undefined ? [] : [{ of: 'named', day: named } as const]),
    date('periodEnd', rules.periodEnd(feedbackOn)),
  ];
  return dates.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** Of those that are put right at once and have no date of their own. */
function earliestHandedOver(problems: readonly ReceivedProblem[]): PlainDate | null {
  const handed = problems.filter(({ kind, due }) => kind === 'immediate' && due === null);
  return handed.map(({ handedOverOn }) => handedOverOn).sort()[0] ?? null;
}
