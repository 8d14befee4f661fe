/** The newest line of some events in each of some workflows: what was submitted last, what was asked for. */
import { sql, type Kysely } from 'kysely';
import type { RecordedLine } from './recording';
import type { Tables } from './tables';

export interface LatestLine {
  readonly workflow: string;
  readonly line: RecordedLine;
}

/** Accepted ones alone; none for a workflow that has no such line. */
export async function latestLines(
  db: Kysely<Tables>,
  workflows: readonly string[],
  events: readonly string[],
): Promise<readonly LatestLine[]> {
  const { rows } = await sql<{ readonly workflow: string; readonly text: string }>`
    select distinct on (workflow) workflow, text from journal
    where workflow = any(${[...workflows]}) and event = any(${[...events]}) and kind = 'accepted'
    order by workflow, sequence desc`.execute(db);
  return rows.map(({ workflow, text }) => ({ workflow, line: JSON.parse(text) as RecordedLine }));
}
