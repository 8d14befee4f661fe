/** Moves an instance to another version of its machine: plans it, and does it in one step, or says what is in the way. */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { hasChildMachines } from '../actor-system';
import { conclude, type Accepted } from '../advance';
import { atInstant } from '../clock';
import type { MachineDefinition } from '../definition';
import type { Effect } from '../effects';
import { collecting, type AskedAction } from '../inert-scope';
import type { Json, JsonObject } from '../json';
import { net } from '../netting';
import { persistSnapshot, restoreSnapshot } from '../snapshot';
import { whereabouts, type State } from '../state';
import { pathOf } from './chart-parts';
import { moveWork, type MovedWork } from './invokes';
import type { Migration, MigrationPlan } from './migration';
import { place, type Placing } from './placing';
import { migrated, moveTimers, type MovedTimers, type Moving } from './timers';

export interface Migrated {
  readonly plan: MigrationPlan;
  /** Null when something is in the way: the instance stays as it is. */
  readonly accepted: Accepted | null;
}

/**
 * What moving this instance to the version would do, and the state after it. Changes nothing itself, so it serves as the
 * dry run too. What has fired does not fire again, what has not keeps its instant.
 *
 * @param at the instant of the move, ISO 8601 UTC: what the new version adds counts from here
 * @throws UnknownMachineError when the version is not registered
 */
export function migrate(
  state: State,
  version: string,
  at: string,
  by: JsonObject | null,
): Migrated {
  const { name } = state.definition;
  const into = state.registry.get({ name, version });
  const migration = into.migrations?.[state.definition.version];
  if (state.snapshot.status !== 'active') return stays(state, into, ['it has finished']);
  if (migration === undefined)
    return stays(state, into, [
      `version ${version} has no migration from version ${state.definition.version}`,
    ]);
  if (state.children.length > 0 || hasChildMachines(into.machine))
    return stays(state, into, [childrenStay]);
  const placing = place(state.snapshot, into.machine, migration);
  if (placing.obstacles.length > 0) return stays(state, into, placing.obstacles, placing);
  try {
    return move(state, into, { migration, placing, at, by });
  } catch (error) {
    return stays(state, into, [error instanceof Error ? error.message : String(error)], placing);
  }
}

/** Children are of versions of their own machines, and a migration says nothing of those. */
const childrenStay =
  'child machines do not move to another version; let the instance end on its own';

interface Chosen {
  readonly migration: Migration;
  readonly placing: Placing;
  readonly at: string;
  readonly by: JsonObject | null;
}

function move(
  state: State,
  into: MachineDefinition,
  { migration, placing, at, by }: Chosen,
): Migrated {
  const old = state.snapshot.context as JsonObject;
  const snapshot = { ...state.snapshot, context: migration.context?.(old) ?? old };
  const context = atInstant(snapshot as AnyMachineSnapshot, at).context as JsonObject;
  const moving: Moving = { to: into.machine, migration, placing, context, at };
  const timers = moveTimers(state.timers, moving);
  const work = moveWork(state.work, actorsOf(state.snapshot), moving);
  const placed = placedSnapshot(into.machine, moving, work.children);
  const plan = planOf(state, into, placing, timers, work, at);
  const [taken, asked] = takeTransients(placed);
  const rest: State = { ...state, definition: into, timers: timers.kept, work: work.kept };
  const all = [...timers.asked, ...work.asked, ...asked];
  const accepted = conclude(
    rest,
    { snapshot: taken, children: [], asked: all },
    {
      kind: 'notice',
      event: 'migrated',
      fields: { from: plan.from.version, to: plan.to.version },
      at,
      by,
      from: whereabouts(state.snapshot),
    },
  );
  const ended: readonly Effect[] = [
    ...timers.dropped.map((timer): Effect => ({ kind: 'cancelTimer', timer })),
    ...work.dropped.map((each): Effect => ({ kind: 'stopInvoke', work: each })),
  ];
  return { plan, accepted: { ...accepted, effects: [...ended, ...accepted.effects] } };
}

function actorsOf(snapshot: AnyMachineSnapshot): JsonObject {
  return (persistSnapshot(snapshot).children as JsonObject | undefined) ?? {};
}

function placedSnapshot(
  machine: AnyStateMachine,
  { placing, context }: Moving,
  children: JsonObject,
): AnyMachineSnapshot {
  const value = machine.resolveState({ value: valueOf(placing), context: {} }).value as Json;
  const historyValue = Object.fromEntries(
    Object.entries(placing.history).map(([id, nodes]) => [
      id,
      nodes.map((node) => ({ id: node.id })),
    ]),
  );
  const nodes = placing.nodes.map((node) => node.id);
  return restoreSnapshot(machine, {
    ...{ status: 'active', value, historyValue, context, children, nodes },
  });
}

interface Value {
  [key: string]: Value;
}

/** With its keys in the nodes' order: XState runs what regions ask for in the order of the value's keys. */
function valueOf({ nodes }: Placing): Value {
  const value: Value = {};
  for (const { path } of nodes) {
    let at = value;
    for (const key of path) at = at[key] ??= {};
  }
  return value;
}

/**
 * Takes the transient transitions that hold at once. XState does so after any event, even one nobody hears; where a state
 * hears every event it would be heard, and they wait for the next one.
 */
function takeTransients(
  snapshot: AnyMachineSnapshot,
): readonly [AnyMachineSnapshot, readonly AskedAction[]] {
  if (snapshot._nodes.some((node) => node.transitions.has('*'))) return [snapshot, []];
  const machine = snapshot.machine as AnyStateMachine;
  return collecting((scope) => machine.transition(snapshot, { type: migrated }, scope as never));
}

function planOf(
  state: State,
  into: MachineDefinition,
  placing: Placing,
  timers: MovedTimers,
  work: MovedWork,
  at: string,
): MigrationPlan {
  const started = net(
    { timers: [], work: [] },
    { asked: timers.asked, children: [] },
    { at, idOf: String },
  ).timers;
  const planned = ({ id, dueAt }: { readonly id: string; readonly dueAt: string }) => ({
    id,
    dueAt,
  });
  const actor = (asked: AskedAction): string => (asked.params as { readonly id: string }).id;
  return {
    ...headOf(state, into),
    places: placing.places,
    entered: placing.entered.map(pathOf),
    forgotten: placing.forgotten,
    timers: {
      kept: timers.kept.map(planned),
      dropped: timers.dropped.map(planned),
      started: started.map(planned),
    },
    invokes: {
      kept: work.kept.flatMap((each) => (each.kind === 'invoke' ? [each.actor] : [])),
      dropped: work.dropped.map((each) => each.actor),
      started: work.asked.map(actor),
    },
    obstacles: [],
  };
}

function headOf({ workflow, definition }: State, { name, version }: MachineDefinition) {
  return {
    workflow,
    from: { name: definition.name, version: definition.version },
    to: { name, version },
  };
}

function stays(
  state: State,
  into: MachineDefinition,
  obstacles: readonly string[],
  placing?: Placing,
): Migrated {
  const nothing = { kept: [], dropped: [], started: [] };
  const plan: MigrationPlan = {
    ...headOf(state, into),
    ...{ places: placing?.places ?? [], entered: [], forgotten: placing?.forgotten ?? [] },
    ...{ timers: nothing, invokes: nothing, obstacles },
  };
  return { plan, accepted: null };
}
