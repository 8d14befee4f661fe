/** Brings a database to this version's tables: forward only, all or nothing, one process at a time. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { apart } from './apart';
import { deriveAgain } from './derived/again';
import { LedgerTooNew } from './errors';
import { migrations } from './migrations';
import type { Tables } from './tables';

interface Migrated {
  readonly ledger_migrations: { readonly name: string };
}

/** Any number that no other program of the database uses. */
const lock = 20_261_123;

/** @throws LedgerTooNew when a newer version has been at work there; the database's errors. Nothing has changed then */
export function migrate(db: Kysely<unknown>): Promise<void> {
  return apart(db as Kysely<Migrated>, async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(tx);
    await sql`create table if not exists ledger_migrations
      (name text primary key, at timestamptz not null default now())`.execute(tx);
    const rows = await tx.selectFrom('ledger_migrations').select('name').execute();
    const done = new Set(rows.map(({ name }) => name));
    const unknown = [...done].filter((name) => !(name in migrations));
    if (unknown.length > 0) throw new LedgerTooNew(unknown);
    const due = Object.entries(migrations).filter(([name]) => !done.has(name));
    for (const [name, up] of due) {
      await up(tx as unknown as Kysely<unknown>);
      await tx.insertInto('ledger_migrations').values({ name }).execute();
    }
    // What is derived is derived by this version, from the lines of whatever version.
    if (due.length > 0) await deriveAgain(tx as unknown as Transaction<Tables>);
  });
}
