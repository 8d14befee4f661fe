/** Looking things up in the record. */
import { sql, type Kysely, type SqlBool } from 'kysely';
import type { RecordedLine } from './recording';
import type { ChainRow, PersonRow, RectificationRow, Tables } from './tables';

/** All lines of a workflow, in order, as they were written; none when it is unknown. */
export async function linesOf(
  db: Kysely<Tables>,
  workflow: string,
): Promise<readonly RecordedLine[]> {
  const rows = await db
    .selectFrom('journal')
    .select('text')
    .where('workflow', '=', workflow)
    .orderBy('sequence')
    .execute();
  return rows.map(({ text }) => JSON.parse(text) as RecordedLine);
}

export async function hasHead(
  db: Kysely<Tables>,
  rectification: string,
  head: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('journal')
    .select('ordinal')
    .where('chain', '=', rectification)
    .where('head', '=', head)
    .executeTakeFirst();
  return found !== undefined;
}

/** How many problems stand where. */
export interface Count {
  readonly rectification: string;
  readonly kind: string | null;
  readonly stage: string | null;
  readonly lamp: string | null;
  readonly problems: number;
}

/** By rectification. One row each: thousands of small ones take longer to read than to count. */
export async function counts(db: Kysely<Tables>): Promise<readonly Count[]> {
  const { rows } = await sql<{ readonly rectification: string; readonly places: Place[] }>`
    select rectification, json_agg(json_build_array(kind, stage, lamp, problems)) as places
    from (select rectification, kind, stage, lamp, count(*) as problems
      from problems group by rectification, kind, stage, lamp) as counted
    group by rectification order by rectification`.execute(db);
  return rows.flatMap(({ rectification, places }) =>
    places.map(([kind, stage, lamp, problems]) => ({ rectification, kind, stage, lamp, problems })),
  );
}

type Place = readonly [
  kind: string | null,
  stage: string | null,
  lamp: string | null,
  problems: number,
];

/** How far each rectification's chain has come: what has changed since somebody looked. */
export async function heads(
  db: Kysely<Tables>,
): Promise<readonly Pick<ChainRow, 'id' | 'ordinal'>[]> {
  return db.selectFrom('chains').select(['id', 'ordinal']).orderBy('id').execute();
}

/** As their last lines have them, by unit and id; those of these ids, or all. */
export async function rectificationsOf(
  db: Kysely<Tables>,
  ids?: readonly string[],
): Promise<readonly RectificationRow[]> {
  let query = db.selectFrom('rectifications').selectAll();
  if (ids !== undefined) query = query.where(sql<SqlBool>`id = any(${[...ids]})`);
  return query.orderBy('unit').orderBy('id').execute();
}

/** The people of a rectification, as its last line has them. */
export async function peopleOf(
  db: Kysely<Tables>,
  rectification: string,
): Promise<readonly PersonRow[]> {
  return db
    .selectFrom('people')
    .selectAll()
    .where('rectification', '=', rectification)
    .orderBy('id')
    .execute();
}
