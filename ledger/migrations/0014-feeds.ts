/** 日历订阅: by which secret address an account's dates are read without a session. The secret itself is kept nowhere. */
import type { Kysely } from 'kysely';

export async function feeds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feeds')
    .addColumn('account', 'text', (column) => column.primaryKey())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text')
    .execute();
}
