/** 未接受的指令: commands that a workflow turned away before they could leave a trace in it. */
import type { Kysely } from 'kysely';

export async function refusals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('refusals')
    .addColumn('workflow', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('rectification', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('refusals_key', ['workflow', 'command'])
    .execute();
  await db.schema.createIndex('refusals_at').on('refusals').column('at').execute();
}
