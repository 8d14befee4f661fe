/** Looking things up in the record. */
import { sql, type Kysely } from 'kysely';
import type { RecordedLine } from './recording';
import type { JournalRow, ProblemRow, Tables } from './tables';

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

export interface ProblemFilter {
  readonly rectification?: string;
  readonly kinds?: readonly string[];
  readonly stages?: readonly string[];
  readonly lamps?: readonly string[];
  readonly department?: string;
  readonly responsibleLeader?: string;
  /** Anywhere in title, section, unit, department or leader; spaces between words mean that all of them must be there. */
  readonly text?: string;
  readonly open?: boolean;
}

/** The stage in which a problem needs nobody any more. */
const closed = 'closed';

/** In the order of rectification and list. */
export async function problems(
  db: Kysely<Tables>,
  filter: ProblemFilter,
): Promise<readonly ProblemRow[]> {
  let query = db.selectFrom('problems').selectAll();
  const { rectification, kinds, stages, lamps, department, responsibleLeader, open } = filter;
  if (rectification !== undefined) query = query.where('rectification', '=', rectification);
  if (kinds !== undefined) query = query.where('kind', 'in', kinds);
  if (stages !== undefined) query = query.where('stage', 'in', stages);
  if (lamps !== undefined) query = query.where('lamp', 'in', lamps);
  if (department !== undefined) query = query.where('department', '=', department);
  if (responsibleLeader !== undefined)
    query = query.where('responsible_leader', '=', responsibleLeader);
  if (open !== undefined) query = query.where('stage', open ? '!=' : '=', closed);
  for (const word of wordsIn(filter.text)) query = query.where(within, 'ilike', containing(word));
  return query.orderBy('rectification').orderBy('seq').execute();
}

const within = sql<string>`concat_ws(' ', title, section, unit, department, responsible_leader)`;

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

/** Lines of problems and rectifications in which all the words occur, newest first. */
export async function searchLines(
  db: Kysely<Tables>,
  text: string,
  limit: number,
): Promise<readonly JournalRow[]> {
  const words = wordsIn(text);
  if (words.length === 0) return [];
  let query = db.selectFrom('journal').selectAll().where('workflow', 'not like', 'digest/%');
  for (const word of words) query = query.where('text', 'ilike', containing(word));
  return query.orderBy('at', 'desc').orderBy('ordinal', 'desc').limit(limit).execute();
}

function wordsIn(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\s+/u).filter((word) => word !== '');
}

/** The word as `like` takes it: what has a meaning there means itself. */
function containing(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
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
