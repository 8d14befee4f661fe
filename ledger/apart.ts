/** One question apart from all others. */
import type { Kysely, Transaction } from 'kysely';

/**
 * A question of several statements is a transaction, one that only reads too. The embedded database has one session for all
 * connections, and only a transaction keeps others from between its statements. Within a transaction it is part of that. What is
 * one statement alone needs none, and comes and goes once instead of three times.
 */
export function apart<Tables, Result>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
}
