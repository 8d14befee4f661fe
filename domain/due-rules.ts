/**
 * The due rule of each wait under a policy (DOMAIN.md, default policy). Gives rules, not dates: those need a calendar.
 * Days are the plan's; what starts a period counts from the day on which it is recorded.
 */
import { monthOf, monthPlus, type Month } from './plain-date';
import type { Policy } from './policy';
import type { DueRule } from './schedule';
import type { PlainDate } from './words';

/** A date as it stood: the rule it came from, or the day itself. */
type OldDue = DueRule | PlainDate;

export function dueRules(policy: Policy) {
  const periodEnd = (feedbackOn: PlainDate): DueRule =>
    monthsFrom(feedbackOn, policy.concentratedMonths, '反馈');
  const phase = (feedbackOn: PlainDate): DueRule => ({
    kind: 'workingDaysBefore',
    end: periodEnd(feedbackOn),
    count: policy.reviewRoom[policy.concentratedMonths],
    what: '审核',
  });
  const lookBackOpens = (feedbackOn: PlainDate): DueRule =>
    monthsAfter(periodEnd(feedbackOn), policy.lookBack.afterMonths, '集中整改期满');

  return {
    /** 领办: counted from the day of assigning. */
    acceptance: (assignedOn: PlainDate): DueRule =>
      workingDaysFrom(assignedOn, policy.acceptanceWorkingDays, '分办'),
    /** 整改方案. */
    plan: (feedbackOn: PlainDate): DueRule => monthsFrom(feedbackOn, policy.planMonths, '反馈'),
    /** The end of the concentrated period. */
    periodEnd,
    /** 立行立改: from handing over, which may come before any feedback. */
    immediate: (handedOverOn: PlainDate): DueRule =>
      workingDaysFrom(handedOverOn, policy.immediateWorkingDays, '交办'),
    /** 限期整改: the period's end less the review room. */
    timeLimited: phase,
    /** 长期坚持: the phase result is due the same day. */
    longTerm: phase,
    /** One review step, from the day the step began. */
    review: (sinceDay: PlainDate): DueRule =>
      workingDaysFrom(sinceDay, policy.review.workingDays, '送审'),
    /** After a return: the later of the old date and some working days. */
    returned: (old: OldDue, returnedOn: PlainDate): DueRule =>
      laterOf(old, workingDaysFrom(returnedOn, policy.returnWorkingDays, '退回'), '退回后的时限'),
    /** After a suspension: the later of the old date and some working days. */
    resumed: (old: OldDue, resumedOn: PlainDate): DueRule =>
      laterOf(old, workingDaysFrom(resumedOn, policy.resumeWorkingDays, '恢复'), '恢复后的时限'),
    /** The k-th report of upkeep, k from 1; each cycle counts from the phase result's due day by itself. */
    upkeepCycle: (
      phaseDueOn: PlainDate,
      k: number,
      everyMonths: number = policy.upkeep.everyMonths,
    ): DueRule => monthsFrom(phaseDueOn, k * everyMonths, '阶段性认定时限届满'),
    /** The end of upkeep, counted from the phase date. */
    upkeepEnd: (phaseDueOn: PlainDate): DueRule =>
      monthsFrom(phaseDueOn, policy.upkeep.forMonths, '阶段性认定时限届满'),
    /** The day from which a look-back may begin. */
    lookBackOpens,
    lookBackDue: (feedbackOn: PlainDate): DueRule =>
      monthsAfter(lookBackOpens(feedbackOn), policy.lookBack.withinMonths, '可开展回头看'),
    /** A department's progress report for a month, `YYYY-MM`. */
    progress: (month: Month): DueRule => ({
      kind: 'monthLastWorkingDay',
      month,
      what: '进展报告',
    }),
    /** 整改情况报告, counted from the period's end. */
    report: (feedbackOn: PlainDate): DueRule =>
      monthsAfter(periodEnd(feedbackOn), policy.reportMonths, '集中整改期满'),
    /** The end of the publicity window. */
    publicity: (fromDay: PlainDate): DueRule => publicity(policy.publicity, fromDay),
    /** A date that a person set; `words` are theirs, e.g. `6月底`. */
    named,
    extension: (date: PlainDate): DueRule => named(date, '批准延期'),
    carryOver: (date: PlainDate): DueRule => named(date, '批准转入持续整改'),
    urge: (date: PlainDate): DueRule => named(date, '督办指定'),
    /** When the calendar has come to know a year: a due date only ever moves later. */
    neverEarlier: (announced: PlainDate, rule: DueRule): DueRule => ({
      kind: 'later',
      of: [named(announced, '此前告知的时限'), rule],
      what: '节假日安排公布后时限只后移不提前',
    }),
  };
}

/** The first monthly report is for the month after assigning. */
export function firstProgressMonth(assignedOn: PlainDate): Month {
  return monthPlus(monthOf(assignedOn), 1);
}

function named(date: PlainDate, words: string | null = null): DueRule {
  return { kind: 'named', date, words };
}

function workingDaysFrom(from: PlainDate, count: number, what: string): DueRule {
  return { kind: 'workingDays', from, count, what };
}

function monthsFrom(from: PlainDate, count: number, what: string): DueRule {
  return { kind: 'months', from, count, what };
}

function monthsAfter(first: DueRule, count: number, what: string): DueRule {
  return { kind: 'then', first, next: { kind: 'months', count, what } };
}

function laterOf(old: OldDue, fresh: DueRule, what: string): DueRule {
  const before = typeof old === 'string' ? named(old, '原时限') : old;
  return { kind: 'later', of: [before, fresh], what };
}

function publicity({ days, count, inclusive }: Policy['publicity'], from: PlainDate): DueRule {
  const kind = count === 'working' ? 'workingDays' : 'calendarDays';
  return { kind, from, count: days, inclusive, what: '公开' };
}
