/**
 * What stands derived from the journal: rectifications, problems (now with all their facts), measures, people, milestones.
 * Filled from the journal after it was made: `derived/again.ts`.
 */
import { sql, type Kysely } from 'kysely';

/** `facts->>'title'` and the like as columns of their own, kept by the database itself. */
const shown = (name: string) => sql.raw(`(shown->>'${name}')`);
const fact = (name: string) => sql.raw(`(facts->>'${name}')`);

export async function standing(db: Kysely<unknown>): Promise<void> {
  await rectifications(db);
  await problems(db);
  await measures(db);
  await people(db);
  await milestones(db);
}

async function rectifications(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rectifications')
    .addColumn('workflow', 'text', (column) => column.primaryKey().references('workflows.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('shown', 'jsonb', (column) => column.notNull())
    .addColumn('facts', 'jsonb', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.generatedAlwaysAs(fact('unit')).stored())
    .addColumn('feedback_on', 'text', (column) =>
      column.generatedAlwaysAs(fact('feedbackOn')).stored(),
    )
    .addColumn('stage', 'text', (column) => column.generatedAlwaysAs(shown('stage')).stored())
    .addColumn('lamp', 'text', (column) => column.generatedAlwaysAs(shown('lamp')).stored())
    .execute();
}

/** The table of `0001-record` knew nine facts; what it held is derived anew. */
async function problems(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('problems').execute();
  const table = db.schema
    .createTable('problems')
    .addColumn('workflow', 'text', (column) => column.primaryKey().references('workflows.id'))
    .addColumn('rectification', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('shown', 'jsonb', (column) => column.notNull())
    .addColumn('facts', 'jsonb', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('round', 'integer', (column) =>
      column.generatedAlwaysAs(sql.raw(`((shown->>'round')::integer)`)).stored(),
    )
    .addColumn('due_on', 'text', (column) => column.generatedAlwaysAs(shown('dueOn')).stored())
    .addColumn('responsible_leader', 'text', (column) =>
      column.generatedAlwaysAs(fact('responsibleLeader')).stored(),
    );
  const withShown = (['kind', 'stage', 'lamp', 'status'] as const).reduce(
    (made, name) =>
      made.addColumn(name, 'text', (column) => column.generatedAlwaysAs(shown(name)).stored()),
    table,
  );
  const withFacts = (['unit', 'section', 'title', 'department'] as const).reduce(
    (made, name) =>
      made.addColumn(name, 'text', (column) => column.generatedAlwaysAs(fact(name)).stored()),
    withShown,
  );
  await withFacts.execute();
  await db.schema
    .createIndex('problems_place')
    .on('problems')
    .columns(['rectification', 'seq'])
    .execute();
}

async function measures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('measures')
    .addColumn('workflow', 'text', (column) => column.notNull().references('workflows.id'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('department', 'text')
    .addColumn('due', 'text')
    .addColumn('recurrence', 'text')
    .addColumn('done_at', 'text')
    .addPrimaryKeyConstraint('measures_key', ['workflow', 'ordinal'])
    .execute();
}

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('rectification', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('department', 'text')
    .addPrimaryKeyConstraint('people_key', ['rectification', 'id'])
    .execute();
}

/** What is due when, and what was reached: a row a line that says it. */
async function milestones(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('milestones')
    .addColumn('workflow', 'text', (column) => column.notNull().references('workflows.id'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('rectification', 'text', (column) => column.notNull())
    .addColumn('wait', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text')
    .addColumn('due_at', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('milestones_key', ['workflow', 'sequence'])
    .execute();
  await db.schema
    .createIndex('milestones_due')
    .on('milestones')
    .columns(['rectification', 'due_on'])
    .execute();
}
