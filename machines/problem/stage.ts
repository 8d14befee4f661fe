/** Where a problem stands, in one word, and what a report prints of it. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Status } from '../../domain/words';
import type { ProblemContext } from './context';

export const stages = [
  'unassigned',
  'accepting',
  'planning',
  'rectifying',
  'suspended',
  'reviewing',
  'upkeep',
  'signedOff',
  'lookBack',
  'closed',
] as const;
export type Stage = (typeof stages)[number];

/** The stage of a snapshot: each state of the chart carries it as a tag. */
export function stageOf(snapshot: AnyMachineSnapshot): Stage {
  const found = stages.find((stage) => (snapshot.tags as ReadonlySet<string>).has(stage));
  return found ?? 'closed';
}

/**
 * What a report prints. After the end of the concentrated period what is open is not completed, unless it was submitted
 * in time and is under review; a carried-over problem stays not completed.
 */
export function statusOf(context: ProblemContext, stage: Stage, periodHasEnded: boolean): Status {
  if (context.signedOff !== null) return 'completed';
  if (context.outcome === 'explained' || context.outcome === 'merged') return 'completed';
  if (context.phase !== null) return 'phaseCompleted';
  if (context.carriedOver) return 'notCompleted';
  if (!periodHasEnded) return 'inProgress';
  return stage === 'reviewing' && context.submission?.onTime === true
    ? 'inProgress'
    : 'notCompleted';
}
