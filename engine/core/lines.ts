/** Writing the journal's lines: one a step, one a word of the engine's own, in order and each once. */
import type { Envelope } from './envelope';
import type { Json, JsonObject } from './json';
import type { Line } from './line';
import type { Refused } from './refusal';
import { placeOf, type State } from './state';

/** A state with a line more, and nothing asked. */
export interface Noted {
  readonly kind: 'accepted';
  readonly state: State;
  readonly effects: readonly [];
}

/** Journals a refusal that reached the workflow, or a word of the engine's own; the machine stays where it is. */
export function note(state: State, entry: Entry): Noted {
  const line = lineOf(state, entry, placeOf(state));
  return {
    kind: 'accepted',
    state: { ...state, sequence: line.sequence, lines: [...state.lines, line] },
    effects: [],
  };
}

/** Journals a refused signal; what was too large for an envelope is too large for the journal. */
export function noteRefused(state: State, envelope: Envelope, refused: Refused): Noted {
  const { type, by: _by, ...sent } = envelope.event;
  const fields = refused.why.some((why) => why.code === 'tooLarge') ? null : sent;
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

/** The line of an entry, with number, places and what the machine's `describe` adds. */
export function lineOf(state: State, entry: Entry, from: string): Line {
  return {
    sequence: state.sequence + 1,
    at: entry.at,
    kind: entry.kind,
    event: entry.event,
    fields: entry.fields,
    by: entry.by ?? null,
    cause: entry.cause ?? null,
    from,
    to: placeOf(state),
    shown: state.definition.describe?.line(state) ?? {},
    reason: entry.reason ?? null,
  };
}

/** The facts that a step has changed; all of them at the beginning. */
export function changedFacts(
  before: State,
  after: State,
  kind: Line['kind'],
): { readonly facts?: JsonObject } {
  const facts = after.definition.describe?.facts?.(after);
  if (facts === undefined) return {};
  const known = kind === 'begun' ? {} : (before.definition.describe?.facts?.(before) ?? {});
  // What comes from a context keeps its identity until the context is given something else.
  const changed = Object.keys(facts).filter((name) => known[name] !== facts[name]);
  return changed.length === 0
    ? {}
    : { facts: Object.fromEntries(changed.map((name) => [name, facts[name] ?? null])) };
}

/** The line of an event that the machine emitted. */
export function emission(
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
