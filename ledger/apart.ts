/** One question apart from all others. */
import type { Kysely, Transaction } from 'kysely';

/**
 * Every question to the ledger is a transaction, one that only reads too. The embedded database has one session for all
 * connections, and between two of them only a transaction keeps what each has prepared apart: without it one has been seen to
 * find its statement gone, and could as well find another's in its place. Within a transaction it is part of that.
 */
export function apart<Tables, Result>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
}
