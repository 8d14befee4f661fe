/**
 * 收件 in progress, and what authors write for their documents; and of a document that was issued who issued it and what its author
 * added, so that it can be made again.
 */
import type { Kysely } from 'kysely';

export async function papers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drafts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('receiving', 'text')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('drafts_changed_at').on('drafts').column('changed_at').execute();
  await db.schema
    .createTable('author_parts')
    .addColumn('rectification', 'text', (column) => column.primaryKey())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('written_by', 'text', (column) => column.notNull())
    .addColumn('written_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .alterTable('documents')
    .addColumn('made_by', 'text')
    .addColumn('made_with', 'text')
    .execute();
}
