/**
 * The pure reducer: what a machine's instance becomes, and what it asks of the world, for each thing that can happen to it.
 * No live actor, no clock, no randomness; the same arguments give the same answer for ever.
 */
import type { AnyMachineSnapshot } from 'xstate';
import { unacceptable } from './acceptable';
import { advance, advanceIfTaken, conclude, initial, type Accepted } from './advance';
import { atInstant } from './clock';
import type { MachineRef } from './definition';
import type { Incident, Invoke, Work } from './effects';
import type { Envelope } from './envelope';
import type { Json, JsonObject } from './json';
import { note, type Entry } from './lines';
import { may } from './may';
import { detach } from './netting';
import { because, whyNot, type Refused, type Why } from './refusal';
import type { Registry } from './registry';
import { seenLimit, type Seen, type State } from './state';

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
  const { workflow, at } = beginning;
  const sequence = beginning.previous?.sequence ?? 0;
  const movement = initial(definition, input, { workflow, at, sequence: sequence + 1 });
  const state: State = {
    registry,
    definition,
    workflow,
    snapshot: movement.snapshot,
    children: [],
    sequence,
    timers: [],
    work: [],
    lines: [],
    seen: beginning.previous?.seen ?? [],
  };
  const fields = { machine: definition.name, version: definition.version };
  return conclude(state, movement, { kind: 'begun', event: 'begin', fields, at, from: '' });
}

/** A command from outside. Never throws for what was sent; an error inside the machine is a refusal too. */
export function step(state: State, envelope: Envelope): Accepted | Duplicate | Refused {
  const known = state.seen.find((each) => each[0] === envelope.id);
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
    timer,
  );
  const { event, owner, target = owner } = timer;
  return advance(
    { ...state, timers },
    event,
    { kind: 'timer', event: event.type, fields: null, at, cause: key },
    target ?? undefined,
  );
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
    if (work.kind !== 'invoke' || !handles(rest, work, outcome.error, at))
      return park(state, work, outcome, at);
    const event = failure(work.actor, outcome.error);
    return advance(rest, event, outcomeOf(state, work, outcome, at), work.owner);
  }
  if (work.kind === 'invoke') {
    const event = {
      type: `xstate.done.actor.${work.actor}`,
      output: outcome.output,
      actorId: work.actor,
    };
    return advance(rest, event, outcomeOf(state, work, outcome, at), work.owner);
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

function accept(state: State, envelope: Envelope): Accepted | Refused {
  const { at, by, id } = envelope;
  const event = { ...envelope.event, by };
  const { type, by: _by, ...fields } = envelope.event;
  const entry: Entry = { kind: 'accepted', event: type, fields, at, by, cause: id };
  const accepted = advanceIfTaken(state, event, entry);
  if (accepted === null)
    return refuse(state, envelope, whyNot(state.definition, atInstant(state.snapshot, at), event));
  const answered: Seen = [id, state.sequence + 1];
  const seen = accepted.state.seen.slice(1 - seenLimit).concat([answered]);
  return { ...accepted, state: { ...accepted.state, seen } };
}

function refuse(state: State, envelope: Envelope, why: readonly Why[]): Refused {
  return {
    kind: 'refused',
    why,
    accepts: may(state, envelope.by, envelope.at).map((event) => event.type),
  };
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

/** True when the actor that invoked it takes the failure, or fails by it and the one above takes that. */
function handles(
  state: State,
  { actor, owner }: Pick<Invoke, 'actor' | 'owner'>,
  error: Incident['error'],
  at: string,
): boolean {
  const child = state.children.find(({ key }) => key === owner);
  if (chooses((child ?? state).snapshot, failure(actor, error), at)) return true;
  return (
    child !== undefined &&
    handles(
      state,
      { actor: child.id, ...(child.parent === undefined ? {} : { owner: child.parent }) },
      error,
      at,
    )
  );
}

/** True when some transition is chosen, even one that does nothing: `onError: {}` says that a failure is fine. */
function chooses(
  snapshot: AnyMachineSnapshot,
  event: JsonObject & { readonly type: string },
  at: string,
): boolean {
  try {
    return snapshot.machine.getTransitionData(atInstant(snapshot, at), event).length > 0;
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

function failure(actor: string, error: Incident['error']): JsonObject & { readonly type: string } {
  return { type: `xstate.error.actor.${actor}`, error: { ...error }, actorId: actor };
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
