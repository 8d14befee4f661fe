/** A policy's dates worked out for a day of feedback, each with its derivation. Pure: the calendar is an argument. */
import type { Calendar } from '../../../domain/calendar';
import { dueOn } from '../../../domain/due';
import { dueRules, firstProgressMonth } from '../../../domain/due-rules';
import { instantOf, planDayOf } from '../../../domain/plain-date';
import { realTime } from '../../../domain/plan-clock';
import type { Policy } from '../../../domain/policy';
import type { DueRule, ScheduleRequest, Wait } from '../../../domain/schedule';
import { schedule } from '../../../domain/scheduling';
import type { Lamp, PlainDate, Role } from '../../../domain/words';

export const workedOut = [
  ...(['acceptance', 'immediate', 'plan', 'progress', 'timeLimited', 'longTerm'] as const),
  ...(['periodEnd', 'report', 'publicity', 'upkeep', 'upkeepEnd'] as const),
  ...(['lookBackOpens', 'lookBackDue'] as const),
] as const;

export interface WorkedDate {
  readonly of: (typeof workedOut)[number];
  readonly day: PlainDate;
  readonly because: readonly string[];
  /** It needed a year whose holidays are not published yet. */
  readonly provisional: boolean;
}

/** As if all that counts from assigning or handing over happened on the day of feedback. */
export function workedDates(
  policy: Policy,
  from: PlainDate,
  calendar: Calendar,
): readonly WorkedDate[] {
  const rules = dueRules(policy);
  const phase = dueOn(rules.longTerm(from), calendar).dueOn;
  const report = dueOn(rules.report(from), calendar).dueOn;
  const all: Readonly<Record<WorkedDate['of'], DueRule>> = {
    acceptance: rules.acceptance(from),
    immediate: rules.immediate(from),
    plan: rules.plan(from),
    progress: rules.progress(firstProgressMonth(from)),
    timeLimited: rules.timeLimited(from),
    longTerm: rules.longTerm(from),
    periodEnd: rules.periodEnd(from),
    report: rules.report(from),
    publicity: rules.publicity(report),
    upkeep: rules.upkeepCycle(phase, 1),
    upkeepEnd: rules.upkeepEnd(phase),
    lookBackOpens: rules.lookBackOpens(from),
    lookBackDue: rules.lookBackDue(from),
  };
  return workedOut.map((of) => {
    const { dueOn: day, because, provisional } = dueOn(all[of], calendar);
    return { of, day, because, provisional };
  });
}

export interface WorkedRung {
  readonly day: PlainDate;
  readonly lamp: Lamp;
  readonly audience: readonly Role[];
  readonly why: string;
}

export const workedLadders = ['work', 'acceptance', 'review'] as const;

/** Whom a wait that nobody ends reminds when: the first of them. */
export function workedLadder(
  wait: (typeof workedLadders)[number],
  policy: Policy,
  from: PlainDate,
  calendar: Calendar,
): readonly WorkedRung[] {
  const rules = dueRules(policy);
  const since = instantOf(from, '10:00');
  const due = {
    work: rules.timeLimited(from),
    acceptance: rules.acceptance(from),
    review: rules.review(from),
  };
  const request: ScheduleRequest = {
    ...{ wait: wait satisfies Wait, since, now: since, due: due[wait], after: null },
    ...{ officeActs: false, reviewer: policy.review.chain[0] ?? null, policy, clock: realTime },
  };
  return schedule(request, calendar).milestones.map(({ at, lamp, audience, why }) => ({
    ...{ day: planDayOf(at), lamp, audience, why },
  }));
}
