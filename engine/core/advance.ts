/** One transition of a machine and all that follows from it: what is asked is netted, another machine may take over, lines are written. */
import type { AnyMachineSnapshot } from 'xstate';
import { atInstant } from './clock';
import type { MachineDefinition } from './definition';
import type { BecomeInput, Effect, Invoke, Timer } from './effects';
import { collecting, collectingInitial, type AskedAction } from './inert-scope';
import type { Json, JsonObject } from './json';
import { emission, lineOf, type Entry } from './lines';
import { effectsOf, net, type Netted } from './netting';
import { whereabouts, type State } from './state';
import { refuseUnforeseen } from './unforeseen';

export interface Accepted {
  readonly kind: 'accepted';
  readonly state: State;
  /** What the step asks, in canonical order. The state holds the same as what is under way. */
  readonly effects: readonly Effect[];
}

/** The state after an event that the machine takes. Throws what the machine throws. */
export function advance(
  state: State,
  event: JsonObject & { readonly type: string },
  entry: Entry,
): Accepted {
  const before = atInstant(state.snapshot, entry.at);
  const [snapshot, asked] = collecting((scope) =>
    state.definition.machine.transition(before, event as never, scope as never),
  );
  refuseFailure(snapshot);
  refuseUnforeseen(before.children as Readonly<Record<string, unknown>>, snapshot, asked);
  return conclude(state, snapshot, asked, { ...entry, from: whereabouts(state.snapshot) });
}

/** Nets what was asked, goes on as another machine if that was asked, and writes the step's lines. */
export function conclude(
  state: State,
  snapshot: AnyMachineSnapshot,
  asked: readonly AskedAction[],
  entry: Entry,
): Accepted {
  const sequence = state.sequence + 1;
  const origin = {
    at: entry.at,
    idOf: (index: number) => `${state.workflow}/${sequence}/${index}`,
  };
  const first = net(state, asked, origin);
  const [last, turned] = turn({ ...state, snapshot }, first, origin, asked.length);
  const stopped = last.snapshot.status === 'active' ? turned : finish(turned);
  const moved: State = { ...last, timers: stopped.timers, work: stopped.work };
  const line = lineOf(moved, entry, entry.from ?? '');
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

/** Goes on as the machine that a `becomes` action named: the old one's timers and invokes end, what it asked stays asked. */
function turn(
  state: State,
  netted: Netted,
  origin: { readonly at: string; readonly idOf: (index: number) => string },
  index: number,
): readonly [State, Netted] {
  if (netted.become === null) return [state, netted];
  const into: BecomeInput = netted.become;
  const definition = state.registry.get({ name: into.machine, version: into.version });
  const [snapshot, asked] = initial(definition, into.input, origin.at);
  const work = netted.work.filter((each) => each.kind !== 'invoke');
  const next = net({ timers: [], work }, asked, origin, index);
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
  const turned = { ...state, definition, snapshot };
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
export function initial(
  { machine }: MachineDefinition,
  input: Json,
  at: string,
): readonly [AnyMachineSnapshot, readonly AskedAction[]] {
  const [snapshot, asked] = collectingInitial(machine, input, (made) => atInstant(made, at));
  refuseFailure(snapshot);
  refuseUnforeseen({}, snapshot, asked);
  return [snapshot, asked];
}

function refuseFailure(snapshot: AnyMachineSnapshot): void {
  if (snapshot.status !== 'error') return;
  throw snapshot.error instanceof Error
    ? snapshot.error
    : new Error(`the machine failed: ${String(snapshot.error)}`);
}

function doneOf(state: State): readonly Effect[] {
  return state.snapshot.status === 'done'
    ? [{ kind: 'done', output: (state.snapshot.output as Json | undefined) ?? null }]
    : [];
}
