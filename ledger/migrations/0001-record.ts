/** The record as it began: chains, workflows, journal, problems. */
import type { Kysely } from 'kysely';

export async function record(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chains')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('workflows')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('chain', 'text', (column) => column.notNull().references('chains.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('journal')
    .addColumn('workflow', 'text', (column) => column.notNull().references('workflows.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('chain', 'text', (column) => column.notNull().references('chains.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_key', ['workflow', 'sequence'])
    .addUniqueConstraint('journal_place', ['chain', 'ordinal'])
    .execute();
  await db.schema
    .createTable('problems')
    .addColumn('workflow', 'text', (column) => column.primaryKey().references('workflows.id'))
    .addColumn('rectification', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('unit', 'text')
    .addColumn('section', 'text')
    .addColumn('title', 'text')
    .addColumn('kind', 'text')
    .addColumn('stage', 'text')
    .addColumn('lamp', 'text')
    .addColumn('round', 'integer')
    .addColumn('due_on', 'text')
    .addColumn('department', 'text')
    .addColumn('responsible_leader', 'text')
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('problems_place')
    .on('problems')
    .columns(['rectification', 'seq'])
    .execute();
}
