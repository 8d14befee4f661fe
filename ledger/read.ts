/** Looking things up in the record. */
import { sql, type Kysely } from 'kysely';
import type { RecordedLine } from './recording';
import type { Tables } from './tables';

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
