/** 佐证材料: which file was filed with which line. Filled from the journal after it was made: `derived/again.ts`. */
import type { Kysely } from 'kysely';

export async function evidence(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evidence')
    .addColumn('workflow', 'text', (column) => column.notNull().references('workflows.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('evidence_key', ['workflow', 'sequence', 'ordinal'])
    .execute();
  await db.schema.createIndex('evidence_content').on('evidence').column('sha256').execute();
}
