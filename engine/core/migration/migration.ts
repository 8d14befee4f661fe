/** What a developer writes beside a newer version of a machine, and what is found out before an instance moves to it. */
import type { MachineRef } from '../machine-ref';
import type { JsonObject } from '../json';

/**
 * How an instance of an older version goes on as this one. Names without an entry stay as they are; so a version that only
 * adds states needs `{}`. States are dotted paths from the root, without the machine's own name.
 */
export interface Migration {
  /** Where a state has gone. An entry holds for the states below it too, unless they have one of their own. */
  readonly states?: { readonly [path: string]: string };
  /** Delays that have another name now. */
  readonly delays?: { readonly [name: string]: string };
  /** Invoke ids that are others now. */
  readonly actors?: { readonly [id: string]: string };
  /** Delays, by their new names, whose running timers are counted anew from the new context; all others keep their instants. */
  readonly recount?: readonly string[];
  /** The new context; the old one where this is absent. Plain JSON. Throw to say that this instance cannot move, and why. */
  readonly context?: (context: JsonObject) => JsonObject;
}

/** By the version it starts from. */
export interface Migrations {
  readonly [from: string]: Migration;
}

/** What would happen to one instance. `obstacles` is empty when it can move. */
export interface MigrationPlan {
  readonly workflow: string;
  readonly from: MachineRef;
  readonly to: MachineRef;
  /** The deepest active states and where they go; null where nothing is there. */
  readonly places: readonly { readonly from: string; readonly to: string | null }[];
  /** States of the new version that are entered because the old one had none like them. Their entry actions do not run. */
  readonly entered: readonly string[];
  readonly timers: Changes<PlannedTimer>;
  readonly invokes: Changes<string>;
  /** Remembered histories that lead nowhere in the new version. */
  readonly forgotten: readonly string[];
  readonly obstacles: readonly string[];
}

export interface Changes<T> {
  readonly kept: readonly T[];
  readonly dropped: readonly T[];
  readonly started: readonly T[];
}

export interface PlannedTimer {
  /** XState's id of the delayed event; of the new version for what is kept or started. */
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly dueAt: string;
}
