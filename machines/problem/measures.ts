/** Measures with dates of their own: watched beside the problem's date, with one timer to the nearest. A late one turns the lamp yellow. */
import type {
  MeasureMilestone,
  MeasureSchedule,
  MeasureScheduleRequest,
} from '../../domain/measure-schedule';
import type { Milestone } from '../../domain/schedule';
import type { Instant } from '../../domain/words';
import type { Measure, MeasureWatch, ProblemContext } from './context';

/** What to ask the activity `scheduleMeasures`. */
export function measuresRequest(context: ProblemContext): MeasureScheduleRequest {
  return {
    measures: openMeasures(context.measures).map(({ ordinal, due }) => ({
      ordinal,
      due: due ?? '',
    })),
    since: context.measureWatch?.since ?? context.now,
    policy: context.policy,
    clock: context.clock,
  };
}

/** True when a measure that is not done has a date of its own. */
export function hasWatchedMeasures(context: ProblemContext): boolean {
  return openMeasures(context.measures).length > 0;
}

/** The watch as its schedule is asked for: the first time, or again, when what is past is not said once more. */
export function openWatch({ measureWatch, now }: ProblemContext): Partial<ProblemContext> {
  const fresh: MeasureWatch = { since: now, toldUntil: null, milestones: [], reached: 0 };
  return { measureWatch: measureWatch === null ? fresh : { ...measureWatch, toldUntil: now } };
}

/** The watch with the schedule's answer kept. */
export function watched(
  context: ProblemContext,
  { milestones }: MeasureSchedule,
): Partial<ProblemContext> {
  const { since = context.now, toldUntil = null } = context.measureWatch ?? {};
  const reached = toldUntil === null ? 0 : countUntil(milestones, toldUntil);
  const measureWatch = { since, toldUntil, milestones, reached };
  const late = lateMeasure({ ...context, measureWatch });
  return {
    measureWatch,
    behind: context.behind ?? (late === null ? null : lateWords(late)),
  };
}

/** The first measure that is late and not done; null when there is none. */
export function lateMeasure({ measures, measureWatch }: ProblemContext): number | null {
  const open = new Set(openMeasures(measures).map(({ ordinal }) => ordinal));
  const told = measureWatch?.milestones.slice(0, measureWatch.reached) ?? [];
  const late = told.find(({ ordinal, lamp }) => lamp === 'overdue' && open.has(ordinal));
  return late?.ordinal ?? null;
}

/** Why the lamp is yellow. */
export function lateWords(ordinal: number): string {
  return `第${ordinal}项措施逾期`;
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
  const late = measuresReached(context).find((milestone) => milestone.lamp === 'overdue');
  return {
    measureWatch: { ...watch, reached: countUntil(watch.milestones, context.now) },
    ...(late === undefined ? {} : { behind: lateWords(late.ordinal) }),
  };
}

/** What has come of each measure: its own milestones, as the problem's. */
export function reachedByMeasure(context: ProblemContext): readonly ReachedMeasure[] {
  const reached = measuresReached(context);
  return context.measures.flatMap((measure) => {
    const milestones = reached.filter(({ ordinal }) => ordinal === measure.ordinal);
    return milestones.length === 0
      ? []
      : [{ measure, milestones: milestones.map(asProblemMilestone) }];
  });
}

export interface ReachedMeasure {
  readonly measure: Measure;
  /** Never empty. */
  readonly milestones: readonly Milestone[];
}

/** Late is yellow, not red. */
function asProblemMilestone(milestone: MeasureMilestone): Milestone {
  return { ...milestone, lamp: milestone.lamp === 'overdue' ? 'behind' : milestone.lamp };
}

function openMeasures(measures: ProblemContext['measures']): ProblemContext['measures'] {
  return measures.filter((measure) => measure.due !== null && measure.doneAt === null);
}

function countUntil(milestones: readonly MeasureMilestone[], instant: Instant): number {
  return milestones.filter(({ at }) => Date.parse(at) <= Date.parse(instant)).length;
}

function ahead(context: ProblemContext): readonly MeasureMilestone[] {
  const open = new Set(openMeasures(context.measures).map((measure) => measure.ordinal));
  const { milestones = [], reached = 0 } = context.measureWatch ?? {};
  return milestones.slice(reached).filter((milestone) => open.has(milestone.ordinal));
}
