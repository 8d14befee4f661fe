/** 流转记录 of one workflow, a page at a time. */
import type { Transaction } from 'kysely';
import type { RecordedLine } from './recording';
import type { Tables } from './tables';

export interface JournalPage {
  /** The last line of the page before, by its number; 0 from the beginning. */
  readonly after: number;
  readonly limit: number;
}

/** In order; none when the workflow is unknown. */
export async function journalPage(
  tx: Transaction<Tables>,
  workflow: string,
  { after, limit }: JournalPage,
): Promise<readonly RecordedLine[]> {
  const rows = await tx
    .selectFrom('journal')
    .select('text')
    .where('workflow', '=', workflow)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(({ text }) => JSON.parse(text) as RecordedLine);
}
