/** The dates of measures that have their own, merged into one row of milestones in order. Pure; the calendar is an argument. */
import type { Calendar } from './calendar';
import type { PlanClock } from './plan-clock';
import type { Policy } from './policy';
import type { Milestone, ScheduleRequest } from './schedule';
import { schedule } from './scheduling';
import type { Instant, PlainDate } from './words';

export interface MeasureScheduleRequest {
  readonly measures: readonly { readonly ordinal: number; readonly due: PlainDate }[];
  /** Real instant from which milestones are wanted. */
  readonly since: Instant;
  readonly policy: Policy;
  readonly clock: PlanClock;
}

export interface MeasureMilestone extends Milestone {
  readonly ordinal: number;
}

export interface MeasureSchedule {
  readonly milestones: readonly MeasureMilestone[];
}

/** How many milestones of one measure are looked ahead: past its date, through the weeks and about a year of months. */
const lookAhead = 24;

/** All milestones of all measures in order of time, each saying whose it is. */
export function scheduleMeasures(
  request: MeasureScheduleRequest,
  calendar: Calendar,
): MeasureSchedule {
  const milestones = request.measures
    .flatMap((measure) => milestonesOf(measure, request, calendar))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.ordinal - b.ordinal);
  return { milestones };
}

function milestonesOf(
  { ordinal, due }: { readonly ordinal: number; readonly due: PlainDate },
  { since, policy, clock }: MeasureScheduleRequest,
  calendar: Calendar,
): readonly MeasureMilestone[] {
  const found: MeasureMilestone[] = [];
  let after: ScheduleRequest['after'] = null;
  do {
    const answer = schedule(
      {
        wait: 'measure',
        since,
        now: since,
        due: { kind: 'named', date: due },
        after,
        officeActs: false,
        reviewer: null,
        policy,
        clock,
      },
      calendar,
    );
    found.push(
      ...answer.milestones.map((each) => ({
        ...each,
        ordinal,
        why: `第${ordinal}项措施${each.why}`,
      })),
    );
    const last = answer.milestones.at(-1);
    after = answer.more && last !== undefined ? { at: last.at, rung: last.rung } : null;
  } while (after !== null && found.length < lookAhead);
  return found;
}
