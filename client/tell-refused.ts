/** Tells of a refused command whoever wants to note it. The answer to the command itself must not suffer from that. */
import type { Sender } from '../domain/people';
import type { Refused } from '../engine/core';
import type { Command } from './command';
import { senderOf } from './sender';

/** A command that was refused without a trace in its workflow. */
export interface RefusedCommand {
  readonly workflow: string;
  readonly commandId: string;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly by: Sender;
  readonly refused: Refused;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export type OnRefused = (refusal: RefusedCommand) => Promise<void>;

/** How long it may take, ms. */
const within = 5000;

/** Never throws. */
export async function tellRefused(
  onRefused: OnRefused | undefined,
  workflow: string,
  { id: commandId, event, fields, by }: Command,
  refused: Refused,
): Promise<void> {
  if (onRefused === undefined) return;
  const at = new Date().toISOString();
  const refusal = { workflow, commandId, event, fields, by: senderOf(by), refused, at };
  await Promise.race([told(onRefused, refusal), late()]);
}

async function told(onRefused: OnRefused, refusal: RefusedCommand): Promise<void> {
  try {
    await onRefused(refusal);
  } catch {
    // Whoever was told has to see to that.
  }
}

function late(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, within).unref());
}
