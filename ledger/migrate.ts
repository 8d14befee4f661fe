/** Brings a database to this version's tables: forward only, all or nothing, one process at a time. */
import { Migrator, type Kysely } from 'kysely';
import { LedgerTooNew } from './errors';
import { migrations } from './migrations';

/** @throws LedgerTooNew when a newer version has been at work there */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableName: 'ledger_migrations',
    migrationLockTableName: 'ledger_migration_lock',
  });
  const unknown = (await executed(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new LedgerTooNew(unknown);
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw error instanceof Error ? error : new Error('not migrated', { cause: error });
}

async function executed(db: Kysely<unknown>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.every(({ name }) => name !== 'ledger_migrations')) return [];
  const known = db as unknown as Kysely<{ readonly ledger_migrations: { readonly name: string } }>;
  const rows = await known.selectFrom('ledger_migrations').select('name').execute();
  return rows.map(({ name }) => name);
}
