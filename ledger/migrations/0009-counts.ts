/**
 * Sums of very many problems are read off an index in its order, and a person is found by name. What lines are looked up by is
 * derived anew: who decided is now known by rectification too.
 */
import type { Kysely } from 'kysely';

export async function countsAndNames(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('problems_counts')
    .on('problems')
    .columns(['rectification', 'kind', 'stage', 'lamp'])
    .execute();
  await db.schema.createIndex('people_name').on('people').column('name').execute();
}
