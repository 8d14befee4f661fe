/** Who is to act now, by an index: what is mine to do among very many problems. The database keeps it from the facts itself. */
import { sql, type Kysely } from 'kysely';

export async function acting(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('problems')
    .addColumn('acting', sql`text[]`, (column) =>
      column.generatedAlwaysAs(sql`string_to_array(facts->>'acting', ' ')`).stored(),
    )
    .execute();
  await sql`create index problems_acting on problems using gin (acting)
    with (gin_pending_list_limit = 256)`.execute(db);
}
