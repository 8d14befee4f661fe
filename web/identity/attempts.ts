/** Lock-out: how many failed sign-ins an account and an address may have, for how long it is then closed. The decision is pure. */
import type { FailuresRow, IdentityDatabase } from './database';

/** Failures within a window of this length count together; a lock lasts as long. */
export const lockMinutes = 15;
export const accountLimit = 5;
/** A whole office may come from one address. */
export const addressLimit = 50;

/** One more attempt, taken for a failure until it is known to have been right: many at once are all counted. */
export function withAttempt(
  before: FailuresRow,
  now: string,
  limit: number,
): { readonly row: FailuresRow; readonly isOpen: boolean } {
  if (before.lockedUntil !== null && before.lockedUntil > now)
    return { row: before, isOpen: false };
  const isOver = before.lockedUntil !== null || minutesLater(before.since, lockMinutes) <= now;
  const { failures, since } = isOver ? { failures: 0, since: now } : before;
  const lockedUntil = failures + 1 >= limit ? minutesLater(now, lockMinutes) : null;
  return { row: { key: before.key, failures: failures + 1, since, lockedUntil }, isOpen: true };
}

export interface Attempts {
  /** Counts an attempt of each. @returns until when one of them is closed, ISO 8601 UTC; null: go on */
  readonly begin: (tried: Tried) => Promise<string | null>;
  /** The attempt was right. */
  readonly succeeded: (tried: Tried) => Promise<void>;
  /** What is closed now. */
  readonly locked: () => Promise<readonly FailuresRow[]>;
  readonly lift: (key: string) => Promise<void>;
}

export interface Tried {
  /** The account's id, or what was typed for one. */
  readonly account: string;
  /** Null where it is not known. */
  readonly address: string | null;
}

export function attemptsOn(db: IdentityDatabase, now: () => string): Attempts {
  return {
    begin: async ({ account, address }) => {
      // From an address that is closed nobody closes others' accounts.
      const far =
        address === null ? null : await count(db, addressKey(address), now(), addressLimit);
      return far ?? count(db, accountKey(account), now(), accountLimit);
    },
    succeeded: async ({ account, address }) => {
      await db.deleteFrom('signInFailures').where('key', '=', accountKey(account)).execute();
      if (address !== null) await takeBack(db, addressKey(address));
    },
    locked: () =>
      db
        .selectFrom('signInFailures')
        .selectAll()
        .where('lockedUntil', '>', now())
        .orderBy('key')
        .execute(),
    lift: async (key) => {
      await db.deleteFrom('signInFailures').where('key', '=', key).execute();
    },
  };
}

const accountKey = (account: string): string => `account ${account}`.slice(0, 200);
const addressKey = (address: string): string => `address ${address}`;

function count(db: IdentityDatabase, key: string, now: string, limit: number) {
  return db.transaction().execute(async (tx) => {
    const none: FailuresRow = { key, failures: 0, since: now, lockedUntil: null };
    await tx
      .insertInto('signInFailures')
      .values(none)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    const before = await tx
      .selectFrom('signInFailures')
      .selectAll()
      .where('key', '=', key)
      .forUpdate()
      .executeTakeFirst();
    const { row, isOpen } = withAttempt(before ?? none, now, limit);
    await tx.updateTable('signInFailures').set(row).where('key', '=', key).execute();
    return isOpen ? null : row.lockedUntil;
  });
}

/** The others' failures from the same address still count. */
async function takeBack(db: IdentityDatabase, key: string): Promise<void> {
  await db
    .updateTable('signInFailures')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), lockedUntil: null }))
    .where('key', '=', key)
    .where('failures', '>', 0)
    .execute();
}

function minutesLater(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** How long something is closed yet, as it is told: at least one. */
export function minutesUntil(until: string, now: string): number {
  return Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000));
}
