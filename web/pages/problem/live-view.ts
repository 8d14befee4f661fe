/** What only the running workflow knows: what may be done now, and what will be sent. */
import type { ProblemView } from '../../../client';
import { NoWorkerAnswers, ServerUnreachable, TargetUnknown } from '../../../client';
import type { MayEvent } from '../../../engine/core';
import type { PersonRow } from '../../../ledger';
import { localTime } from '../../../machines/local-time';
import type { WebDeps } from '../../web-env';

export interface LiveView {
  readonly may: readonly MayEvent[];
  /** What others may do that the office can record, each with those who may. */
  readonly others: readonly { readonly event: MayEvent; readonly persons: readonly string[] }[];
  readonly coming: readonly Coming[];
  readonly incidents: readonly string[];
}

export interface Coming {
  /** The plan's local time. */
  readonly at: string;
  readonly audience: readonly string[];
  /** In the machine's own words. */
  readonly why: string;
}

/** `away`: the service does not answer. `unknown`: it knows no such problem. */
export async function readLive(
  { zhenggai }: Pick<WebDeps, 'zhenggai'>,
  workflow: string,
  person: string | null,
  recordable: readonly PersonRow[],
): Promise<LiveView | 'away' | 'unknown'> {
  try {
    const view = await zhenggai.problem(workflow, person);
    const ids = recordable.map(({ id }) => id).filter((id) => id !== person);
    const others = ids.length === 0 ? [] : await zhenggai.may(workflow, ids);
    return {
      may: view.may,
      others: otherActs(view.may, ids, others),
      coming: comingOf(view),
      incidents: view.incidents.map(
        ({ name, parked }) => `${name}: ${parked?.error.message ?? ''}`,
      ),
    };
  } catch (error) {
    if (error instanceof ServerUnreachable || error instanceof NoWorkerAnswers) return 'away';
    if (error instanceof TargetUnknown) return 'unknown';
    throw error;
  }
}

/** Pure: by event, without what the viewer may do. */
export function otherActs(
  mine: readonly MayEvent[],
  ids: readonly string[],
  may: readonly (readonly MayEvent[])[],
): LiveView['others'] {
  const own = new Set(mine.map(({ type }) => type));
  const found = new Map<string, { event: MayEvent; persons: string[] }>();
  may.forEach((events, index) => {
    for (const event of events) {
      if (own.has(event.type)) continue;
      const known = found.get(event.type) ?? { event, persons: [] };
      known.persons.push(ids[index] ?? '');
      found.set(event.type, known);
    }
  });
  return [...found.values()];
}

/** Milestones that are still to come of every wait and measure, in order of time. */
function comingOf({ context }: ProblemView): readonly Coming[] {
  const { waits, measureWatch, clock } = context;
  const ofWaits = Object.values(waits).flatMap(
    (wait) => wait?.schedule?.milestones.slice(wait.reached) ?? [],
  );
  const ofMeasures = measureWatch?.milestones.slice(measureWatch.reached) ?? [];
  return [...ofWaits, ...ofMeasures]
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map(({ at, audience, why }) => ({ at: localTime(clock, at), audience, why }));
}
