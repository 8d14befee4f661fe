/** All of one rectification: the lines of its workflows in the order in which they were recorded. */
import type { Kysely } from 'kysely';
import { apart } from './apart';
import type { RecordedLine } from './recording';
import type { Tables } from './tables';

export interface ChainLine {
  readonly workflow: string;
  readonly line: RecordedLine;
  /** Counts the rectification's lines from 1. */
  readonly ordinal: number;
  /** Stands for every line up to this one. */
  readonly head: string;
}

/** Lines asked for at a time. */
const page = 5000;

/** What is recorded meanwhile is left out. None when the rectification is unknown. */
export async function linesOfRectification(
  db: Kysely<Tables>,
  rectification: string,
): Promise<readonly ChainLine[]> {
  const lines: ChainLine[] = [];
  for (;;) {
    const after = lines.at(-1)?.ordinal ?? 0;
    const rows = await apart(db, (tx) =>
      tx
        .selectFrom('journal')
        .select(['workflow', 'text', 'ordinal', 'head'])
        .where('chain', '=', rectification)
        .where('ordinal', '>', after)
        .orderBy('ordinal')
        .limit(page)
        .execute(),
    );
    for (const { text, ...place } of rows)
      lines.push({ ...place, line: JSON.parse(text) as RecordedLine });
    if (rows.length < page) return lines;
  }
}
