/** Measures with dates of their own: watched beside the problem's date, with one timer to the nearest. A late one turns the lamp yellow. */
import type {
  MeasureMilestone,
  MeasureSchedule,
  MeasureScheduleRequest,
} from '../../domain/measure-schedule';
import type { Milestone } from '../../domain/schedule';
import type { MeasureWatch, ProblemContext } from './context';

/** What to ask the activity `scheduleMeasures`. */
export function measuresRequest(context: ProblemContext): MeasureScheduleRequest {
  return {
    measures: watched(context).map(({ ordinal, due }) => ({ ordinal, due: due ?? '' })),
    since: context.now,
    policy: context.policy,
    clock: context.clock,
  };
}

/** True when a measure that is not done has a date of its own. */
export function hasWatchedMeasures(context: ProblemContext): boolean {
  return watched(context).length > 0;
}

export function watchOf(schedule: MeasureSchedule): MeasureWatch {
  return { milestones: schedule.milestones, reached: 0 };
}

/** Milliseconds to the next milestone of a measure that is not done. */
export function untilNextMeasure(context: ProblemContext): number {
  const next = ahead(context)[0];
  return next === undefined ? 0 : Math.max(0, Date.parse(next.at) - Date.parse(context.now));
}

/** True when nothing more is to come of the measures. */
export function measuresAreQuiet(context: ProblemContext): boolean {
  return ahead(context).length === 0;
}

/** What has come of the measures by now: those not done any more are passed over. */
export function measuresReached(context: ProblemContext): readonly MeasureMilestone[] {
  return ahead(context).filter((milestone) => Date.parse(milestone.at) <= Date.parse(context.now));
}

/** The watch moved past now; a late measure is the reason for yellow. */
export function passMeasures(context: ProblemContext): Partial<ProblemContext> {
  const watch = context.measureWatch;
  if (watch === null) return {};
  const reached = watch.milestones.filter(
    (milestone) => Date.parse(milestone.at) <= Date.parse(context.now),
  ).length;
  const late = measuresReached(context).find((milestone) => milestone.lamp === 'overdue');
  return {
    measureWatch: { ...watch, reached },
    ...(late === undefined ? {} : { behind: `第${late.ordinal}项措施逾期` }),
  };
}

/** A measure's milestone as one of the problem's: late is yellow, not red. */
export function asProblemMilestone(milestone: MeasureMilestone): Milestone {
  return { ...milestone, lamp: milestone.lamp === 'overdue' ? 'behind' : milestone.lamp };
}

function watched(context: ProblemContext): ProblemContext['measures'] {
  return context.measures.filter((measure) => measure.due !== null && measure.doneAt === null);
}

function ahead(context: ProblemContext): readonly MeasureMilestone[] {
  const open = new Set(watched(context).map((measure) => measure.ordinal));
  const { milestones = [], reached = 0 } = context.measureWatch ?? {};
  return milestones.slice(reached).filter((milestone) => open.has(milestone.ordinal));
}
