/** From what arrived to an envelope, whatever it is made of. */
import { envelopeLimit, isRecord, type Envelope, type Json, type JsonObject } from '../core';
import type { Host } from './host';
import { isUnreadable } from './payload-converter';

/** A field name no event describes: it makes the engine refuse what has no shape at all. */
const malformed = '(malformed)';

/**
 * `{ id?, by?, ...fields }` as an envelope of the named event. What is not an object, or is too large to be carried on,
 * becomes an event that the engine refuses with the reason.
 */
export function readEnvelope(
  host: Host,
  type: string,
  raw: unknown,
  id: string,
  at: string,
): Envelope {
  const sent = raw === undefined || raw === null ? {} : raw;
  const fault = faultOf(sent);
  if (fault !== null) {
    return { id, at, by: null, event: { type, [malformed]: fault } };
  }
  const { id: given, by, type: _type, ...fields } = sent as JsonObject & { readonly type?: Json };
  return {
    id: typeof given === 'string' && given !== '' ? given.slice(0, 200) : id,
    at,
    by: host.sender(by),
    event: { ...fields, type },
  };
}

/** What keeps it from being an event; null when nothing does. */
function faultOf(sent: unknown): string | null {
  if (isUnreadable(sent)) return sent.why;
  if (!isRecord(sent)) return 'not an object';
  if (isDeep(sent)) return `more than ${depthLimit} levels deep`;
  const size = JSON.stringify(sent).length;
  return size > envelopeLimit ? `${size} characters; at most ${envelopeLimit}` : null;
}

/** Levels an event may have. What is thousands deep overflows the stack of all that walks it, and fails the task for ever. */
const depthLimit = 50;

/** Level by level and not by recursion. */
function isDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= depthLimit; depth++) {
    level = level.flatMap((each): readonly unknown[] =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
