/** The dates of a problem as rules: which date each wait has. The calendar is elsewhere. */
import { dueRules } from '../../domain/due-rules';
import { toPlan } from '../../domain/plan-clock';
import { planDayOf } from '../../domain/plain-date';
import type { DueRule } from '../../domain/schedule';
import type { Instant, Kind, PlainDate, Recurrence } from '../../domain/words';
import type { Measure, ProblemContext } from './context';

/** The plan's day at the step's instant. */
export function today(context: Pick<ProblemContext, 'now' | 'clock'>): PlainDate {
  return planDayOf(toPlan(context.clock, context.now));
}

/** The work's date by kind, where nobody set another. */
export function workDue(
  kind: Kind,
  {
    policy,
    feedbackOn,
    handedOverOn,
  }: Pick<ProblemContext, 'policy' | 'feedbackOn' | 'handedOverOn'>,
): DueRule {
  const rules = dueRules(policy);
  switch (kind) {
    case 'immediate':
      return rules.immediate(handedOverOn);
    case 'timeLimited':
      return rules.timeLimited(feedbackOn);
    case 'longTerm':
      return rules.longTerm(feedbackOn);
  }
}

/** The work's due instant where the schedule has said it. */
export function workDueAt(context: ProblemContext): Instant | null {
  return context.waits.work?.schedule?.dueAt ?? null;
}

/** True until 24:00 of the due day; true too while the date is not computed yet. */
export function isBeforeDate(context: ProblemContext): boolean {
  const dueAt = workDueAt(context);
  return !context.missed && (dueAt === null || Date.parse(context.now) < Date.parse(dueAt));
}

const monthsOf: Readonly<Record<Recurrence, number>> = {
  monthly: 1,
  quarterly: 3,
  halfYearly: 6,
  yearly: 12,
};

/** Months of an upkeep cycle: the shortest of the recurring measures', else the policy's. */
export function upkeepMonths(measures: readonly Measure[], everyMonths: number): number {
  const recurring = measures.flatMap((measure) =>
    measure.recurrence === null ? [] : [monthsOf[measure.recurrence]],
  );
  return recurring.length === 0 ? everyMonths : Math.min(...recurring);
}

/** The date of an upkeep cycle: each counts by itself from the phase result's due day. */
export function upkeepDue(context: ProblemContext): DueRule {
  const { phase, upkeep, due } = context;
  const count = (upkeep?.cycle ?? 1) * (upkeep?.everyMonths ?? 1);
  return {
    kind: 'then',
    first: phase?.due ?? due,
    next: { kind: 'months', count, what: '阶段性认定时限届满' },
  };
}

/** When the look-back may begin; a later round rests as long after its own sign-off. */
export function lookBackOpens(context: ProblemContext): DueRule {
  const rules = dueRules(context.policy);
  const opens = rules.lookBackOpens(context.feedbackOn);
  if (context.round === 1 || context.signedOff === null) return opens;
  const from = planDayOf(toPlan(context.clock, context.signedOff.at));
  const own: DueRule = {
    kind: 'months',
    from,
    count: context.policy.lookBack.afterMonths,
    what: '再次销号',
  };
  return { kind: 'later', of: [opens, own], what: '再次整改后的回头看' };
}

/** When the look-back is due: as long after it may begin, or after a sign-off that came later still. */
export function lookBackDue(context: ProblemContext): DueRule {
  const count = context.policy.lookBack.withinMonths;
  const due: DueRule = {
    kind: 'then',
    first: lookBackOpens(context),
    next: { kind: 'months', count, what: '可开展回头看' },
  };
  const own: DueRule = { kind: 'months', from: today(context), count, what: '转入回头看' };
  return { kind: 'later', of: [due, own], what: '回头看时限' };
}

/** A date that a person set: it never moves. `words` say where it comes from. */
export function named(date: PlainDate, words: string | null): DueRule {
  return { kind: 'named', date, words };
}
