/** What a piece of work that failed gives the state. */
import { ActivityFailure, ApplicationFailure, isCancellation } from '@temporalio/workflow';
import type { Incident, Outcome } from '../core';

/** Null for what was cancelled because nobody waits for it any more. */
export function failureOutcome(error: unknown): Outcome | null {
  return isCancellation(error) ? null : { kind: 'failed', error: failureOf(error) };
}

function failureOf(error: unknown): Incident['error'] {
  const cause = error instanceof ActivityFailure && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof Error)) return { name: 'Error', message: String(cause), type: 'Error' };
  const type = cause instanceof ApplicationFailure ? (cause.type ?? cause.name) : cause.name;
  return { name: cause.name, message: cause.message, type };
}
