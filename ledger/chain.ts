/**
 * The chain that makes the record provable. Each line's hash covers its text and the hash of the line before it in its workflow;
 * each head covers the line's hash and the head before it in its rectification. Whoever alters, removes or moves a line would
 * have to write everything after it anew, and whoever noted one head sees that. Pure.
 */
import { createHash } from 'node:crypto';

/** A line as the record keeps it. */
export interface Link {
  readonly workflow: string;
  /** Counts the workflow's lines from 1. */
  readonly sequence: number;
  /** The line as canonical JSON. */
  readonly text: string;
  readonly hash: string;
  /** Counts the rectification's lines from 1, over all its workflows, in the order in which they were recorded. */
  readonly ordinal: number;
  readonly head: string;
}

/** The rectification whose chain a workflow's lines are in: the second part of its id. */
export function chainOf(workflow: string): string {
  return workflow.split('/')[1] ?? workflow;
}

/** What stands before a chain's first line. */
export function genesis(id: string): string {
  return sha256(`zhenggai ledger 1\n${id}`);
}

/** @param previous the hash of the workflow's line before, `genesis(workflow)` for the first */
export function hashOf(previous: string, workflow: string, text: string): string {
  return sha256(`${previous}\n${workflow}\n${text}`);
}

/** @param previous the rectification's head before, `genesis(chain)` for the first */
export function headOf(previous: string, hash: string): string {
  return sha256(`${previous}\n${hash}`);
}

/** The same text for the same value, in whatever order its keys came: JSON without spaces, keys sorted by code unit. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
