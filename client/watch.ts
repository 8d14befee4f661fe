/** Tells of changes by asking again and again: the index is a moment behind, and so is this. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from './list';

export interface Change {
  readonly kind: 'appeared' | 'changed' | 'gone';
  readonly row: Row;
  /** As it was; null for what appeared. */
  readonly before: Row | null;
}

/** The first answer is told as what appeared. Returns when the signal is aborted. */
export async function watchRows(
  ask: () => Promise<readonly Row[]>,
  onChange: (changes: readonly Change[]) => void,
  signal: AbortSignal,
  everyMs: number,
): Promise<void> {
  let before: readonly Row[] = [];
  while (!signal.aborted) {
    const now = await ask();
    const changes = changesBetween(before, now);
    if (changes.length > 0) onChange(changes);
    before = now;
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

export function changesBetween(before: readonly Row[], now: readonly Row[]): readonly Change[] {
  const old = new Map(before.map((row) => [row.workflow, row]));
  const fresh = new Set(now.map(({ workflow }) => workflow));
  return [
    ...now.flatMap((row) => changeOf(old.get(row.workflow) ?? null, row)),
    ...before
      .filter(({ workflow }) => !fresh.has(workflow))
      .map((row) => ({ kind: 'gone', row, before: row }) as const),
  ];
}

function changeOf(before: Row | null, row: Row): readonly Change[] {
  if (before === null) return [{ kind: 'appeared', row, before }];
  return JSON.stringify(before) === JSON.stringify(row) ? [] : [{ kind: 'changed', row, before }];
}
