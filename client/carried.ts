/** What is too large for the server is refused before it is sent: a worker cannot even say so there, and tries again and again. */
import { envelopeLimit, type Refused } from '../engine/core';
import type { Command } from './command';

/** The engine's own refusal of what is larger than an envelope; null for what may be sent. */
export function tooLarge({ event, fields }: Command): Refused | null {
  const bytes = Buffer.byteLength(JSON.stringify({ ...fields, type: event }));
  if (bytes <= envelopeLimit) return null;
  const text = `an event may have ${envelopeLimit} bytes`;
  const why = [{ code: 'tooLarge', guard: null, text, faults: [] }] as const;
  return { kind: 'refused', why, accepts: [] };
}
