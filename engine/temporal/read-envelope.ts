/** From what arrived to an envelope, whatever it is made of. */
import { envelopeLimit, isRecord, type Envelope, type Json, type JsonObject } from '../core';
import type { Host } from './host';

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
  const size = sizeOf(sent);
  if (!isRecord(sent) || size > envelopeLimit) {
    const what = isRecord(sent) ? `${size} characters; at most ${envelopeLimit}` : 'not an object';
    return { id, at, by: null, event: { type, [malformed]: what } };
  }
  const { id: given, by, type: _type, ...fields } = sent as JsonObject & { readonly type?: Json };
  return {
    id: typeof given === 'string' && given !== '' ? given.slice(0, 200) : id,
    at,
    by: host.sender(by),
    event: { ...fields, type },
  };
}

function sizeOf(value: unknown): number {
  return (JSON.stringify(value) ?? '').length;
}
