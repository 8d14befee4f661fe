/** Asking for schedules in tests: a request with everything filled in, and its answer as lines that read. */
import { chineseCalendar } from '../../../../calendar/chinese';
import type { Calendar } from '../../../../domain/calendar';
import { planDayOf, planTimeOf } from '../../../../domain/plain-date';
import { realTime, toPlan } from '../../../../domain/plan-clock';
import type { Milestone, Schedule, ScheduleRequest } from '../../../../domain/schedule';
import { schedule } from '../../../../domain/scheduling';
import { defaultPolicy } from './default-policy';

const early = '2020-01-01T00:00:00.000Z';

/** A wait for work on a named day that began long before, unless told otherwise. */
export function request(date: string, differing: Partial<ScheduleRequest> = {}): ScheduleRequest {
  const since = differing.since ?? early;
  return {
    wait: 'work',
    since,
    now: since,
    due: { kind: 'named', date },
    after: null,
    officeActs: false,
    reviewer: null,
    policy: defaultPolicy,
    clock: realTime,
    ...differing,
  };
}

/** Everything up to an instant and some more, in one answer. */
export function until(now: string, asked: ScheduleRequest, calendar = chineseCalendar): Schedule {
  return schedule({ ...asked, now }, calendar);
}

/** Window after window, as a machine asks. */
export function windows(
  asked: ScheduleRequest,
  count: number,
  calendar: Calendar = chineseCalendar,
): readonly Milestone[] {
  const answer = schedule(asked, calendar);
  const last = answer.milestones.at(-1);
  if (count === 1 || !answer.more || last === undefined) return answer.milestones;
  const next = { ...asked, after: { at: last.at, rung: last.rung } };
  return [...answer.milestones, ...windows(next, count - 1, calendar)];
}

/** `2026-09-23 09:00 approaching before-7: handler departmentHead`, in the plan's time. */
export function lines(milestones: readonly Milestone[], clock = realTime): readonly string[] {
  return milestones.map(({ at, lamp, id, audience }) => {
    const plan = toPlan(clock, at);
    const told = audience.length === 0 ? '' : `: ${audience.join(' ')}`;
    return `${planDayOf(plan)} ${planTimeOf(plan)} ${lamp} ${id}${told}`;
  });
}
