/**
 * What is looked for is found by an index: a row a text that people wrote, a row a problem's words, both by the numbers of their
 * pairs of characters (`search/grams.ts`), and lists of problems by where they stand. Filled from the journal: `derived/again.ts`.
 */
import { sql, type Kysely } from 'kysely';

export async function search(db: Kysely<unknown>): Promise<void> {
  await texts(db);
  await problemTexts(db);
  await db.schema.dropIndex('problems_place').execute();
  await db.schema
    .createIndex('problems_place')
    .on('problems')
    .columns(['rectification', 'seq', 'stage', 'lamp', 'kind', 'department', 'responsible_leader'])
    .execute();
}

async function texts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('texts')
    .addColumn('workflow', 'text', (column) => column.notNull().references('workflows.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('grams', sql`integer[]`, (column) => column.notNull())
    .addPrimaryKeyConstraint('texts_key', ['workflow', 'sequence'])
    .execute();
  await db.schema.createIndex('texts_at').on('texts').column('at').execute();
  await gramIndex(db, 'texts');
}

async function problemTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('problem_texts')
    .addColumn('workflow', 'text', (column) => column.primaryKey().references('workflows.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('people', 'jsonb', (column) => column.notNull())
    .addColumn('grams', sql`integer[]`, (column) => column.notNull())
    .execute();
  await gramIndex(db, 'problem_texts');
}

/** What is not yet sorted into it, kB, is gone through by every question: so it is kept short. */
const pending = 256;

async function gramIndex(db: Kysely<unknown>, table: string): Promise<void> {
  const [index, on] = [sql.ref(`${table}_grams`), sql.table(table)];
  await sql`create index ${index} on ${on} using gin (grams)
    with (gin_pending_list_limit = ${sql.lit(pending)})`.execute(db);
}
