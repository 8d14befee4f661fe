/** Refused commands that the ledger could not be told of: they wait in the store, a file each, until it can. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger, Refusal } from '../ledger';
import { readJson, removeFile, writeJson } from './up/write-whole';

/** @param store the store's folder; what waits is a folder in it */
export function keepWaiting(store: string, refusal: Refusal): void {
  const folder = folderIn(store);
  mkdirSync(folder, { recursive: true });
  const { workflow, command } = refusal;
  const name = createHash('sha256').update(`${workflow}\n${command}`).digest('hex').slice(0, 32);
  writeJson(join(folder, `${name}.json`), refusal);
}

/**
 * Tells the ledger of all that wait; they wait no more then. Killed in between, they are told again, which changes nothing.
 *
 * @returns how many waited
 * @throws the ledger's errors
 */
export async function tellWaiting(store: string, ledger: Pick<Ledger, 'refusals'>) {
  const files = waitingFiles(store);
  const refusals = files.flatMap((file) => {
    const refusal = readJson<Refusal>(file);
    return isRefusal(refusal) ? [refusal] : [];
  });
  if (refusals.length > 0) await ledger.refusals.note(refusals);
  files.forEach(removeFile);
  return refusals.length;
}

export function countWaiting(store: string): number {
  return waitingFiles(store).length;
}

function waitingFiles(store: string): readonly string[] {
  const folder = folderIn(store);
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function isRefusal(read: Partial<Refusal> | null): read is Refusal {
  const { workflow, command, at, event } = read ?? {};
  return [workflow, command, at, event].every((each) => typeof each === 'string');
}

function folderIn(store: string): string {
  return join(store, 'refusals');
}
