/**
 * How problems have turned: a row a line by which lamp, stage or status became another, so that the course of a rectification is
 * summed up without reading its journal. Filled from the journal: `derived/again.ts`.
 */
import type { Kysely } from 'kysely';

export async function turns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('turns')
    .addColumn('workflow', 'text', (column) => column.notNull().references('workflows.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('rectification', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('lamp', 'text')
    .addColumn('stage', 'text')
    .addColumn('status', 'text')
    .addColumn('lamp_before', 'text')
    .addColumn('stage_before', 'text')
    .addColumn('status_before', 'text')
    .addPrimaryKeyConstraint('turns_key', ['workflow', 'sequence'])
    .execute();
  await db.schema.createIndex('turns_at').on('turns').columns(['rectification', 'at']).execute();
  await db.schema
    .createIndex('problems_due')
    .on('problems')
    .columns(['rectification', 'due_on'])
    .execute();
}
