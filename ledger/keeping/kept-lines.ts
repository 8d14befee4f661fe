/** What the ledger keeps, asked for by those who hold it against something else. */
import type { Kysely } from 'kysely';
import type { Tables } from '../tables';
import type { Range } from './comparing';

/** Every workflow that has lines, in the order of their ids. */
export async function keptWorkflows(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('workflows').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** 0 where it has none. */
export async function keptEnd(db: Kysely<Tables>, workflow: string): Promise<number> {
  const row = await db
    .selectFrom('workflows')
    .select('sequence')
    .where('id', '=', workflow)
    .executeTakeFirst();
  return row?.sequence ?? 0;
}

export async function keptTexts(
  db: Kysely<Tables>,
  workflow: string,
  { from, to }: Range,
): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('journal')
    .select(['sequence', 'text'])
    .where('workflow', '=', workflow)
    .where('sequence', '>=', from)
    .where('sequence', '<=', to)
    .execute();
  return new Map(rows.map(({ sequence, text }) => [sequence, text]));
}

/** Problems and rectifications that are not over by their last line, in the order of their ids. */
export async function openOnes(db: Kysely<Tables>): Promise<readonly string[]> {
  const open = db
    .selectFrom('problems')
    .select('workflow')
    .where('stage', '!=', 'closed')
    .union(db.selectFrom('rectifications').select('workflow').where('stage', '!=', 'closed'))
    .orderBy('workflow');
  return (await open.execute()).map(({ workflow }) => workflow);
}
