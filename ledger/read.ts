/** Looking things up in the record. */
import type { Kysely } from 'kysely';
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

export async function counts(db: Kysely<Tables>): Promise<readonly Count[]> {
  const rows = await db
    .selectFrom('problems')
    .select(['rectification', 'kind', 'stage', 'lamp'])
    .select(({ fn }) => fn.countAll<string>().as('problems'))
    .groupBy(['rectification', 'kind', 'stage', 'lamp'])
    .orderBy('rectification')
    .execute();
  return rows.map((row) => ({ ...row, problems: Number(row.problems) }));
}
