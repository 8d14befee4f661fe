/**
 * Several questions as one, and several writes as one. A statement's way to the database and back computes as much as several
 * recorded lines, and five times as much with the embedded database as with a server.
 */
import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Tables } from './tables';

/** Rows come as JSON: texts, numbers and JSON only. */
export async function readTogether<Rows extends { readonly [name in keyof Rows]: object }>(
  tx: Transaction<Tables>,
  questions: { readonly [name in keyof Rows]: RawBuilder<Rows[name]> },
): Promise<{ readonly [name in keyof Rows]: readonly Rows[name][] }> {
  const each = Object.entries<RawBuilder<object>>(questions).map(
    ([name, question]) =>
      sql`(select coalesce(json_agg(each), '[]') from (${question}) as each) as ${sql.ref(name)}`,
  );
  const { rows } = await sql`select ${sql.join(each)}`.execute(tx);
  return rows[0] as { readonly [name in keyof Rows]: readonly Rows[name][] };
}

/** None may need what another of them writes, nor write the same row. */
export async function writeTogether(
  tx: Transaction<Tables>,
  writes: readonly RawBuilder<unknown>[],
): Promise<void> {
  if (writes.length === 0) return;
  const each = writes.map((write, index) => sql`${sql.ref(`write_${index}`)} as (${write})`);
  await sql`with ${sql.join(each)} select`.execute(tx);
}
