/** One transition of a machine and all that follows from it: what is asked is netted, another machine may take over, lines are written. */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { beginActors, hasChildMachines, moveActors, type Scene } from './actor-system';
import { atInstant } from './clock';
import type { MachineDefinition } from './definition';
import type { BecomeInput, Effect, Invoke, Timer } from './effects';
import { collectingInitial, taking, type Taken } from './inert-scope';
import { isRecord, type Json, type JsonObject } from './json';
import { changedFacts, emission, lineOf, type Entry } from './lines';
import { act, transitions } from './may';
import type { Movement } from './movement';
import { effectsOf, net, type Netted } from './netting';
import type { Standing } from './standing';
import { placeOf, type State } from './state';
import { refuseUnforeseen } from './unforeseen';

export interface Accepted {
  readonly kind: 'accepted';
  readonly state: State;
  /** What the step asks, in canonical order. The state holds the same as what is under way. */
  readonly effects: readonly Effect[];
}

type Event = JsonObject & { readonly type: string };

/** The state after an event of the engine's own, to the machine or its child `to`. Throws what the machine throws. */
export function advance(state: State, event: Event, entry: Entry, to?: string): Accepted {
  const { machine } = state.definition;
  return follow(
    state,
    hasChildMachines(machine)
      ? moveActors(sceneOf(state, entry.at), state, event, to)
      : moveAlone(taking(machine, atInstant(state.snapshot, entry.at), event)),
    entry,
  );
}

/** As `advance`; null when the machine does not take the event. */
export function advanceIfTaken(state: State, event: Event, entry: Entry): Accepted | null {
  const { machine } = state.definition;
  const before = atInstant(state.snapshot, entry.at);
  if (hasChildMachines(machine))
    return transitions(state.definition, before, event) ? advance(state, event, entry) : null;
  const taken = taking(machine, before, event);
  return act(taken.chosen) ? follow(state, moveAlone(taken), entry) : null;
}

function follow(state: State, movement: Movement, entry: Entry): Accepted {
  refuseFailure(movement.snapshot);
  return conclude(state, movement, { ...entry, from: placeOf(state) });
}

function moveAlone({ before, snapshot, asked }: Taken): Movement {
  if (snapshot.status !== 'error')
    refuseUnforeseen(before.children as Readonly<Record<string, unknown>>, snapshot, asked);
  return { snapshot, children: [], asked };
}

/** The step that a state is about to make. */
export function sceneOf({ workflow, sequence }: Standing, at: string): Scene {
  return { workflow, at, sequence: sequence + 1 };
}

/** Nets what was asked, goes on as another machine if that was asked, and writes the step's lines. */
export function conclude(state: State, movement: Movement, entry: Entry): Accepted {
  const scene = sceneOf(state, entry.at);
  const { sequence } = scene;
  const origin = {
    at: entry.at,
    idOf: (index: number) => `${state.workflow}/${sequence}/${index}`,
  };
  const first = net(state, movement, origin);
  const { snapshot, children, asked } = movement;
  const [last, turned] = turn({ ...state, snapshot, children }, first, origin, asked.length);
  const stopped = last.snapshot.status === 'active' ? turned : finish(turned);
  const moved: State = { ...last, timers: stopped.timers, work: stopped.work };
  const facts = changedFacts(state, moved, entry.kind);
  const line = { ...lineOf(moved, entry, entry.from ?? ''), ...facts };
  const lines = [
    line,
    ...stopped.emitted.map((event, index) => emission(moved, entry, event, sequence + 1 + index)),
  ];
  const next = {
    ...moved,
    sequence: sequence + stopped.emitted.length,
    lines: [...state.lines, ...lines],
  };
  return { kind: 'accepted', state: next, effects: [...effectsOf(stopped), ...doneOf(next)] };
}

/** Goes on as the machine that a `becomes` action named: the old one's timers, invokes and children end, what it asked stays asked. */
function turn(
  state: State,
  netted: Netted,
  origin: { readonly at: string; readonly idOf: (index: number) => string },
  index: number,
): readonly [State, Netted] {
  if (netted.become === null) return [state, netted];
  const into: BecomeInput = netted.become;
  const definition = state.registry.get({ name: into.machine, version: into.version });
  const movement = initial(definition, into.input, sceneOf(state, origin.at));
  const work = netted.work.filter((each) => each.kind !== 'invoke');
  const next = net({ timers: [], work }, movement, origin, index);
  const merged: Netted = {
    ...next,
    cancelled: [
      ...netted.cancelled,
      ...netted.timers.filter((timer) => !netted.started.includes(timer)),
    ],
    stopped: [
      ...netted.stopped,
      ...netted.work.filter(
        (each): each is Invoke => each.kind === 'invoke' && !netted.asked.includes(each),
      ),
    ],
    asked: [...netted.asked.filter((each) => each.kind !== 'invoke'), ...next.asked],
    emitted: [...netted.emitted, ...next.emitted],
    become: next.become ?? into,
  };
  const { snapshot, children, asked } = movement;
  const turned = { ...state, definition, snapshot, children };
  return next.become === null
    ? [turned, merged]
    : turn(turned, merged, origin, index + asked.length);
}

/** A machine that has finished waits for nothing. */
function finish(netted: Netted): Netted {
  const timers: readonly Timer[] = netted.timers.filter((timer) => !netted.started.includes(timer));
  return { ...netted, timers: [], started: [], cancelled: [...netted.cancelled, ...timers] };
}

/** A machine's first snapshot and what it asks; `now` is in its context before the first entry. Throws what the machine throws. */
export function initial({ machine }: MachineDefinition, input: Json, scene: Scene): Movement {
  const movement = begun(machine, input, scene);
  refuseFailure(movement.snapshot);
  return movement;
}

function begun(machine: AnyStateMachine, input: Json, scene: Scene): Movement {
  if (hasChildMachines(machine)) return beginActors(scene, machine, input);
  const [snapshot, asked] = collectingInitial(machine, input, (made) => atInstant(made, scene.at));
  if (snapshot.status !== 'error') refuseUnforeseen({}, snapshot, asked);
  return { snapshot, children: [], asked };
}

function refuseFailure({ status, error }: AnyMachineSnapshot): void {
  if (status !== 'error') return;
  if (error instanceof Error) throw error;
  throw new Error(isRecord(error) ? String(error.message) : `the machine failed: ${String(error)}`);
}

function doneOf(state: State): readonly Effect[] {
  return state.snapshot.status === 'done'
    ? [{ kind: 'done', output: (state.snapshot.output as Json | undefined) ?? null }]
    : [];
}
