/**
 * The pure reducer: what a machine's instance becomes, and what it asks of the world, for each thing that can happen to it.
 * No live actor, no clock, no randomness; the same arguments give the same answer for ever.
 */
import type { AnyMachineSnapshot } from 'xstate';
import { atInstant } from './clock';
import type { MachineDefinition, MachineRef } from './definition';
import type { BecomeInput, Effect, Incident, Invoke, Timer, Work } from './effects';
import { envelopeLimit, type Envelope } from './envelope';
import { checkFields } from './fields';
import { collecting, collectingInitial, type AskedAction } from './inert-scope';
import type { Json, JsonObject } from './json';
import type { Line } from './line';
import { may, transitions } from './may';
import { detach, effectsOf, net, type Netted } from './netting';
import { because, whyNot, type Refused, type Why } from './refusal';
import type { Registry } from './registry';
import { seenLimit, whereabouts, type Seen, type State } from './state';

export interface Accepted {
  readonly kind: 'accepted';
  readonly state: State;
  /** What the step asks, in canonical order. The state holds the same as what is under way. */
  readonly effects: readonly Effect[];
}

/** The command was applied before: nothing changes, the answer is the same. */
export interface Duplicate {
  readonly kind: 'duplicate';
  readonly sequence: number;
}

export interface Beginning {
  /** The workflow's id. */
  readonly workflow: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Of an earlier run of the same workflow id: sequence numbers go on, its commands stay known. */
  readonly previous?: { readonly sequence: number; readonly seen: readonly Seen[] };
}

/** A machine's first state. Throws when the version is unknown or the machine throws on its input. */
export function begin(
  registry: Registry,
  ref: MachineRef,
  input: Json,
  beginning: Beginning,
): Accepted {
  const definition = registry.get(ref);
  const [snapshot, asked] = initial(definition, input, beginning.at);
  const state: State = {
    registry,
    definition,
    workflow: beginning.workflow,
    snapshot,
    sequence: beginning.previous?.sequence ?? 0,
    timers: [],
    work: [],
    lines: [],
    seen: beginning.previous?.seen ?? [],
  };
  const fields = { machine: definition.name, version: definition.version };
  return conclude(state, snapshot, asked, {
    kind: 'begun',
    event: 'begin',
    fields,
    at: beginning.at,
    from: '',
  });
}

/** A command from outside. Never throws for what was sent; an error inside the machine is a refusal too. */
export function step(state: State, envelope: Envelope): Accepted | Duplicate | Refused {
  const known = state.seen.find(([id]) => id === envelope.id);
  if (known !== undefined) return { kind: 'duplicate', sequence: known[1] };
  const why = unacceptable(state, envelope);
  if (why.length > 0) return refuse(state, envelope, why);
  try {
    return accept(state, envelope);
  } catch (error) {
    return refuse(state, envelope, [because('error', errorOf(error).message)]);
  }
}

/** A timer has fired. Null when the machine no longer waits for it. */
export function fire(state: State, key: string, at: string): Accepted | null {
  const timer = state.timers.find((each) => each.key === key);
  if (timer === undefined) return null;
  const timers = detach(
    state.timers.filter((each) => each !== timer),
    timer.id,
  );
  return advance({ ...state, timers }, timer.event, {
    kind: 'timer',
    event: timer.event.type,
    fields: null,
    at,
    cause: key,
  });
}

/** How an effect came out. */
export type Outcome =
  | { readonly kind: 'done'; readonly output: Json }
  | { readonly kind: 'failed'; readonly error: Incident['error'] };

/**
 * An effect has come out. An invoke goes on as XState's done or error event; a failure that nobody handles parks the work
 * as an incident. Null when the effect was stopped meanwhile.
 */
export function settle(state: State, id: string, outcome: Outcome, at: string): Accepted | null {
  const work = state.work.find((each) => each.id === id);
  if (work === undefined) return null;
  const rest = { ...state, work: state.work.filter((each) => each !== work) };
  if (outcome.kind === 'failed') {
    return work.kind === 'invoke' && handles(rest, failure(work, outcome.error), at)
      ? advance(rest, failure(work, outcome.error), outcomeOf(state, work, outcome, at))
      : park(state, work, outcome, at);
  }
  if (work.kind === 'invoke') {
    const event = {
      type: `xstate.done.actor.${work.actor}`,
      output: outcome.output,
      actorId: work.actor,
    };
    return advance(rest, event, outcomeOf(state, work, outcome, at));
  }
  return note(rest, outcomeOf(state, work, outcome, at));
}

/** Takes an incident up again: the work is under way once more under the same id. Null when there is none of that id. */
export function retry(
  state: State,
  id: string,
  at: string,
  by: JsonObject | null,
): Accepted | null {
  const work = state.work.find((each) => each.id === id && each.parked !== null);
  if (work === undefined) return null;
  const again: Work = { ...work, parked: null };
  const next = { ...state, work: state.work.map((each) => (each === work ? again : each)) };
  const noted = note(next, {
    kind: 'notice',
    event: 'retry',
    fields: { effect: work.name },
    at,
    by,
    cause: id,
  });
  return { ...noted, effects: [{ kind: 'work', work: again }] };
}

/** Journals a refusal that reached the workflow, or a word of the engine's own; the machine stays where it is. */
export function note(state: State, entry: Entry): Accepted {
  const line = lineOf(state, entry, whereabouts(state.snapshot));
  return {
    kind: 'accepted',
    state: { ...state, sequence: line.sequence, lines: [...state.lines, line] },
    effects: [],
  };
}

/** Journals a refused signal. */
export function noteRefused(state: State, envelope: Envelope, refused: Refused): Accepted {
  const { type, ...fields } = envelope.event;
  const reason = refused.why.map((why) => why.text).join('; ');
  return note(state, {
    kind: 'refused',
    event: type,
    fields,
    at: envelope.at,
    by: envelope.by,
    cause: envelope.id,
    reason,
  });
}

/** Drops the lines up to a sequence number: they are recorded. */
export function recorded(state: State, upTo: number): State {
  return { ...state, lines: state.lines.filter((line) => line.sequence > upTo) };
}

/** What a line says before the engine adds number, places and description. */
export interface Entry {
  readonly kind: Line['kind'];
  readonly event: string;
  readonly fields: Json;
  readonly at: string;
  readonly by?: JsonObject | null;
  readonly cause?: string | null;
  readonly from?: string;
  readonly reason?: string | null;
}

function unacceptable(state: State, envelope: Envelope): readonly Why[] {
  const { type, by: _by, ...payload } = envelope.event;
  const description = Object.hasOwn(state.definition.events, type)
    ? state.definition.events[type]
    : undefined;
  if (description === undefined) return [because('unknownEvent', `no event is called ${type}`)];
  if (JSON.stringify(envelope.event).length > envelopeLimit) {
    return [because('tooLarge', `an event may have ${envelopeLimit} bytes`)];
  }
  const faults = checkFields(description.fields, payload);
  if (faults.length > 0) {
    return [
      because(
        'fields',
        faults.map((fault) => `${fault.path}: ${fault.expected}`).join('; '),
        faults,
      ),
    ];
  }
  if (state.snapshot.status !== 'active') return [because('finished', 'the machine has finished')];
  return [];
}

function accept(state: State, envelope: Envelope): Accepted | Refused {
  const event = { ...envelope.event, by: envelope.by };
  const snapshot = atInstant(state.snapshot, envelope.at);
  if (!transitions(state.definition, snapshot, event)) {
    return refuse(state, envelope, whyNot(state.definition, snapshot, event));
  }
  const { type, by: _by, ...fields } = envelope.event;
  const accepted = advance(state, event, {
    kind: 'accepted',
    event: type,
    fields,
    at: envelope.at,
    by: envelope.by,
    cause: envelope.id,
  });
  const answered: Seen = [envelope.id, state.sequence + 1];
  const seen = [...accepted.state.seen, answered].slice(-seenLimit);
  return { ...accepted, state: { ...accepted.state, seen } };
}

function refuse(state: State, envelope: Envelope, why: readonly Why[]): Refused {
  return {
    kind: 'refused',
    why,
    accepts: may(state, envelope.by, envelope.at).map((event) => event.type),
  };
}

function advance(
  state: State,
  event: JsonObject & { readonly type: string },
  entry: Entry,
): Accepted {
  const before = atInstant(state.snapshot, entry.at);
  const [snapshot, asked] = collecting((scope) =>
    state.definition.machine.transition(before, event as never, scope as never),
  );
  return conclude(state, snapshot, asked, { ...entry, from: whereabouts(state.snapshot) });
}

/** Nets what was asked, goes on as another machine if that was asked, and writes the step's lines. */
function conclude(
  state: State,
  snapshot: AnyMachineSnapshot,
  asked: readonly AskedAction[],
  entry: Entry,
): Accepted {
  refuseFailure(snapshot);
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
  refuseFailure(snapshot);
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

function park(
  state: State,
  work: Work,
  outcome: Outcome & { readonly kind: 'failed' },
  at: string,
): Accepted {
  const parked: Work = { ...work, parked: { at, error: outcome.error } };
  const next = { ...state, work: state.work.map((each) => (each === work ? parked : each)) };
  return note(next, { ...outcomeOf(state, work, outcome, at), kind: 'incident' });
}

/** True when some transition is chosen, even one that does nothing: `onError: {}` says that a failure is fine. */
function handles(state: State, event: JsonObject & { readonly type: string }, at: string): boolean {
  const { machine } = state.definition;
  try {
    return machine.getTransitionData(atInstant(state.snapshot, at), event as never).length > 0;
  } catch {
    return false;
  }
}

function outcomeOf(state: State, work: Work, outcome: Outcome, at: string): Entry {
  const fields: Json =
    outcome.kind === 'failed'
      ? { ...outcome.error }
      : (state.definition.brief?.(work, outcome.output) ?? outcome.output);
  return { kind: 'outcome', event: work.name, fields, at, cause: work.id };
}

function failure(work: Invoke, error: Incident['error']): JsonObject & { readonly type: string } {
  return { type: `xstate.error.actor.${work.actor}`, error: { ...error }, actorId: work.actor };
}

function initial(
  { machine }: MachineDefinition,
  input: Json,
  at: string,
): readonly [AnyMachineSnapshot, readonly AskedAction[]] {
  return collectingInitial(machine, input, (snapshot) => atInstant(snapshot, at));
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

function lineOf(state: State, entry: Entry, from: string): Line {
  return {
    sequence: state.sequence + 1,
    at: entry.at,
    kind: entry.kind,
    event: entry.event,
    fields: entry.fields,
    by: entry.by ?? null,
    cause: entry.cause ?? null,
    from,
    to: whereabouts(state.snapshot),
    shown: state.definition.describe?.line(state) ?? {},
    reason: entry.reason ?? null,
  };
}

function emission(
  state: State,
  entry: Entry,
  event: JsonObject & { readonly type: string },
  sequence: number,
): Line {
  const { type, ...fields } = event;
  const line = lineOf(
    state,
    { kind: 'emitted', event: type, fields, at: entry.at, cause: entry.cause ?? null },
    '',
  );
  return { ...line, sequence, from: line.to };
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
