/** Problems whose record says nothing of who is to act: few, and soon none. Found apart, so that all others are found by their index. */
import { sql, type Kysely } from 'kysely';

export async function actingUnknown(db: Kysely<unknown>): Promise<void> {
  await sql`create index problems_acting_unknown on problems (rectification)
    where acting is null`.execute(db);
}
