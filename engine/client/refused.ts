/** A command the machine does not take now. */
import { ApplicationFailure, WorkflowUpdateFailedError } from '@temporalio/client';
import type { Refused } from '../core';
import { putOffType } from '../temporal/host';

/** Thrown for a refused command; nothing has changed. `refused` says why, and what is accepted instead. */
export class RefusedError extends Error {
  readonly refused: Refused;

  constructor(refused: Refused, cause: unknown) {
    const accepted = refused.accepts.length === 0 ? 'nothing' : refused.accepts.join(', ');
    super(`${refused.why.map(({ text }) => text).join('; ')} (accepted now: ${accepted})`, {
      cause,
    });
    this.name = 'RefusedError';
    this.refused = refused;
  }
}

/** The engine's refusal in a failed update; null when it failed for another reason. */
export function refusalOf(error: unknown): Refused | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'Refused') return null;
  const [refused] = (cause.details ?? []) as readonly (Refused | undefined)[];
  return refused ?? { kind: 'refused', why: [whyOf(cause.message)], accepts: [] };
}

/** True when the run was ending: nothing was applied, and the next run takes the same id. */
export function isPutOff(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === putOffType
  );
}

function whyOf(text: string): Refused['why'][number] {
  return { code: 'error', guard: null, text, faults: [] };
}
