/** One thing said to one workflow, and how it came out there. */
import type { Refused } from '../engine/core';
import type { Answer } from '../engine/temporal';
import type { By } from './sender';

export interface Command {
  /** The same id twice is applied once and answered the same. */
  readonly id: string;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly by: By;
}

/** How a command came out at one workflow. */
export type Sent = { readonly workflow: string; readonly commandId: string } & SentOutcome;

export type SentOutcome =
  | { readonly outcome: 'accepted'; readonly answer: Answer }
  | { readonly outcome: 'refused'; readonly refused: Refused }
  /** Nothing was sent: there is no such workflow. */
  | { readonly outcome: 'notFound' }
  /** No server answers. One that went away while it was being sent may have taken it: send it again with the same id. */
  | { readonly outcome: 'unreachable' }
  /** It may or may not have been applied: send it again with the same id. */
  | { readonly outcome: 'unknown' };
