/** What becomes of an instance's timers in another version: kept with their instants, dropped, or new. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { implementationOf, hears } from '../chart';
import type { Timer } from '../effects';
import type { AskedAction } from '../inert-scope';
import type { JsonObject } from '../json';
import { delayedOf, type Delayed } from './chart-parts';
import type { Migration } from './migration';
import type { Placing } from './placing';

export interface MovedTimers {
  readonly kept: readonly Timer[];
  readonly dropped: readonly Timer[];
  /** As XState would ask for them on entry. */
  readonly asked: readonly AskedAction[];
}

export interface Moving {
  readonly to: AnyStateMachine;
  readonly migration: Migration;
  readonly placing: Placing;
  /** The new context, with `now`. */
  readonly context: JsonObject;
  /** The instant of the migration, ISO 8601 UTC. */
  readonly at: string;
}

/**
 * A delayed transition that both versions have keeps its timer, or stays fired; one that only the new version has starts
 * to count now; one that only the old had is dropped. A delayed `raise` is kept while the new version hears its event.
 */
export function moveTimers(timers: readonly Timer[], moving: Moving): MovedTimers {
  const renamed = new Map<string, Delayed>();
  const asked: AskedAction[] = [];
  for (const node of moving.placing.nodes)
    for (const delayed of delayedOf(node)) {
      const before = counterpart(node, delayed, moving);
      if (before === null) asked.push(raised(delayed, moving));
      else renamed.set(before.eventType, delayed);
    }
  const moved = timers.map((timer) => [timer, movedTimer(timer, renamed, moving)] as const);
  return {
    kept: moved.flatMap(([, kept]) => (kept === null ? [] : [kept])),
    dropped: moved.flatMap(([timer, kept]) => (kept === null ? [timer] : [])),
    asked,
  };
}

function counterpart(
  node: AnyStateNode,
  { delay }: Delayed,
  { placing, migration }: Moving,
): Delayed | null {
  const { delays = {} } = migration;
  for (const old of placing.cameFrom.get(node) ?? [])
    for (const each of delayedOf(old))
      if ((delays[each.delay] ?? each.delay) === delay) return each;
  return null;
}

function movedTimer(
  timer: Timer,
  renamed: ReadonlyMap<string, Delayed>,
  moving: Moving,
): Timer | null {
  const delayed = renamed.get(timer.event.type);
  if (delayed === undefined) {
    const isAfter = timer.event.type.startsWith('xstate.after.');
    const heard = (moving.to.events as readonly string[]).some((each) =>
      hears(each, timer.event.type),
    );
    return isAfter || !heard ? null : timer;
  }
  const { recount = [] } = moving.migration;
  const moved = { ...timer, id: delayed.eventType, event: { type: delayed.eventType } };
  if (timer.detached || !recount.includes(delayed.delay)) return moved;
  return { ...moved, dueAt: later(moving.at, milliseconds(delayed, moving)) };
}

function raised(delayed: Delayed, moving: Moving): AskedAction {
  const { eventType } = delayed;
  const params = {
    event: { type: eventType },
    id: eventType,
    delay: milliseconds(delayed, moving),
  };
  return { type: 'xstate.raise', params, exec: undefined };
}

function milliseconds({ delay }: Delayed, { to, context }: Moving): number {
  const fixed = Number(delay);
  if (!Number.isNaN(fixed)) return fixed;
  const written = implementationOf(to, 'delays', delay);
  const counted: unknown =
    typeof written === 'function'
      ? (written as (args: unknown) => unknown)({ context, event: { type: migrated } })
      : written;
  if (typeof counted !== 'number') throw new Error(`the delay ${delay} gives no milliseconds`);
  return counted;
}

/** The type of the event that functions of the new version see while an instance moves to it. */
export const migrated = 'xstate.migrated';

function later(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
