/** What is too large for the server is refused before it is sent: a worker cannot even say so there, and tries again and again. */
import { tooLarge, type Json, type Refused } from '../engine/core';
import type { Command } from './command';

/** The engine's own refusal of what is larger than an envelope; null for what may be sent. */
export function refusedForSize({ event, fields }: Command): Refused | null {
  const why = tooLarge({ ...(fields as Record<string, Json>), type: event });
  return why === null ? null : { kind: 'refused', why: [why], accepts: [] };
}
