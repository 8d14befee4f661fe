/** The engine's state: all that a machine's instance is. In memory with a live snapshot; `persist` gives the JSON that travels. */
import type { AnyMachineSnapshot } from 'xstate';
import { persistChild, restoreChildren, type PersistedChild } from './child';
import type { MachineDefinition, MachineRef } from './definition';
import type { Registry } from './registry';
import type { StartChildInput, Timer, Work } from './effects';
import type { JsonObject, Json } from './json';
import type { Line } from './line';
import { persistSnapshot, restoreSnapshot } from './snapshot';
import type { Standing } from './standing';

export interface State extends Standing {
  readonly registry: Registry;
  readonly definition: MachineDefinition;
  /** Lines that wait to be recorded. */
  readonly lines: readonly Line[];
  /** The last command ids and the sequence each was answered with, oldest first. */
  readonly seen: readonly Seen[];
}

export type Seen = readonly [id: string, sequence: number];

/** Command ids remembered for answering a repeated command as before. */
export const seenLimit = 500;

/** `State` as plain JSON; what continue-as-new carries. */
export interface PersistedState {
  readonly machine: MachineRef;
  readonly workflow: string;
  readonly snapshot: JsonObject;
  /** Absent when there are none. */
  readonly children?: readonly PersistedChild[];
  readonly sequence: number;
  readonly timers: readonly Timer[];
  readonly work: readonly Work[];
  readonly lines: readonly Line[];
  readonly seen: readonly Seen[];
}

/** The state as JSON. `restore` of it changes nothing. */
export function persist(state: State): PersistedState {
  const { registry: _, definition, snapshot, children, ...rest } = state;
  return {
    ...rest,
    machine: { name: definition.name, version: definition.version },
    snapshot: persistSnapshot(snapshot),
    ...(children.length === 0 ? {} : { children: children.map(persistChild) }),
  };
}

/** The state again, on the machine and version that persisted it. Nothing is started. Throws when the version is not registered. */
export function restore(registry: Registry, persisted: PersistedState): State {
  const { machine, snapshot, children = [], ...rest } = persisted;
  const definition = registry.get(machine);
  return {
    ...rest,
    registry,
    definition,
    snapshot: restoreSnapshot(definition.machine, snapshot),
    children: restoreChildren(definition.machine, children),
  };
}

/** The input with which a child is started. */
export function childInputOf(state: State, child: StartChildInput): Json {
  return state.definition.childInput?.(child, state) ?? child.input;
}

/** Where a machine stands: its deepest active states as dotted paths, in document order, e.g. `life.rectifying + urge.idle`. */
export function whereabouts({ value, _nodes }: AnyMachineSnapshot): string {
  if (typeof value === 'string') return value;
  const known = places.get(_nodes);
  if (known !== undefined) return known;
  const place = leaves(value as Json, '').join(' + ');
  places.set(_nodes, place);
  return place;
}

/** Where an instance stands: the root, then each child that is not done by its ids, e.g. `open; lamp: red; lamp/bulb: on`. */
export function placeOf({ snapshot, children }: Pick<Standing, 'snapshot' | 'children'>): string {
  const root = whereabouts(snapshot);
  if (children.length === 0) return root;
  const paths = new Map<string | undefined, string>();
  const places = children.flatMap(({ key, parent, id, snapshot: own }) => {
    const path = parent === undefined ? id : `${paths.get(parent)}/${id}`;
    paths.set(key, path);
    return own.status === 'active' ? [`${path}: ${whereabouts(own)}`] : [];
  });
  return [root, ...places].join('; ');
}

/** By active states, which stay the same list until a step leaves one: a step asks three times where it has led. */
const places = new WeakMap<object, string>();

function leaves(value: Json, path: string): readonly string[] {
  if (typeof value === 'string') return [path === '' ? value : `${path}.${value}`];
  const entries = Object.entries((value ?? {}) as JsonObject);
  if (entries.length === 0) return [path];
  return entries.flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}
