/** Which ledger a command means, and opening it: DATABASE_URL's, the one that `up` has open, or the store's own. */
import { existsSync } from 'node:fs';
import type { Ledger } from '../ledger';
import { LedgerTooNew } from '../ledger/errors';
import { CliFailure, exitCodes, type CliContext } from './command';
import { ledgerPart } from './late';
import { ledgerWords } from './messages/ledger';
import { readRunning, storeOf } from './store';
import { openStore } from './up/store-folder';
import { lockStore } from './up/store-lock';

type Env = CliContext['env'];

/** Null where the variable is not set. */
export function databaseUrl(env: Env): string | null {
  const url = env['DATABASE_URL'] ?? '';
  return url === '' ? null : url;
}

/** Where that ledger lies, for people: a folder, or a database without its password. */
export function placeOfLedger(env: Env, folder: string): string {
  const url = databaseUrl(env);
  return url === null ? folder : withoutPassword(url);
}

/** For whoever holds the store's lock. @throws CliFailure when it cannot be opened */
export function openTheLedger(env: Env, folder: string): Promise<Ledger> {
  const url = databaseUrl(env);
  return url === null
    ? orFailure(ledgerPart().openEmbeddedLedger(folder), (why) => ledgerWords.unusable(folder, why))
    : openServerLedger(url);
}

/** @throws CliFailure when there is no such database, or it is a newer version's */
export function openServerLedger(url: string): Promise<Ledger> {
  return orFailure(ledgerPart().openLedger(url), (why) =>
    ledgerWords.unreachable(withoutPassword(url), why),
  );
}

/**
 * Opens the ledger for a command, also while no server runs, and closes it.
 *
 * @param make a new one in the store where there is none
 * @throws CliFailure when there is none
 */
export async function withLedger<Result>(
  context: CliContext,
  work: (ledger: Ledger) => Promise<Result>,
  make = false,
): Promise<Result> {
  const { ledger, release } = await found(context, make);
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
    release();
  }
}

interface Found {
  readonly ledger: Ledger;
  readonly release: () => void;
}

async function found(context: CliContext, make: boolean): Promise<Found> {
  const nothing = (): void => undefined;
  const url = databaseUrl(context.env);
  if (url !== null) return { ledger: await openServerLedger(url), release: nothing };
  const path = storeOf(context);
  const running = readRunning(path)?.ledger ?? null;
  if (running !== null) {
    const ledger = await ledgerPart()
      .openLedger(running)
      .catch(() => null);
    // Left behind by an `up` that was killed: the store's own is there to be opened then.
    if (ledger !== null) return { ledger, release: nothing };
  }
  const store = make || existsSync(path) ? openStore(path) : null;
  if (store === null || !(make || existsSync(store.ledger)))
    throw new CliFailure(ledgerWords.none(path), exitCodes.unreachable, { code: 'noLedger' });
  const release = lockStore(store.lock, store.path);
  try {
    return { ledger: await openTheLedger({}, store.ledger), release };
  } catch (error) {
    release();
    throw error;
  }
}

async function orFailure(opening: Promise<Ledger>, words: (why: string) => string) {
  try {
    return await opening;
  } catch (error) {
    const why =
      error instanceof LedgerTooNew
        ? ledgerWords.tooNew
        : error instanceof Error
          ? error.message
          : String(error);
    throw new CliFailure(words(why), exitCodes.unreachable, { code: 'ledger' });
  }
}

function withoutPassword(url: string): string {
  return url.replace(/:\/\/[^@/]*@/, '://…@');
}
