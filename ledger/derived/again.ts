/** Derives everything anew from the journal, which is the truth. */
import type { Transaction } from 'kysely';
import type { RecordedLine } from '../recording';
import type { Tables } from '../tables';
import { readTogether, writeTogether } from '../together';
import { askBefore, beforeIn } from './before';
import { derive } from './derive';
import type { Recorded } from './recorded';

export const derivedTables = [
  'texts',
  'problem_texts',
  'evidence',
  'turns',
  'milestones',
  'people',
  'measures',
  'problems',
  'rectifications',
] as const;

/** Lines held in memory at a time. */
const page = 2000;

/** @param tell is told after each page how many lines have been gone through */
export async function deriveAgain(
  tx: Transaction<Tables>,
  tell: (lines: number) => void = () => undefined,
): Promise<void> {
  for (const table of derivedTables) await tx.deleteFrom(table).execute();
  const chains = await tx.selectFrom('chains').select('id').orderBy('id').execute();
  let lines = 0;
  for (const { id } of chains) await deriveChain(tx, id, (more) => tell((lines += more)));
}

async function deriveChain(
  tx: Transaction<Tables>,
  chain: string,
  tell: (lines: number) => void,
): Promise<void> {
  for (let after = 0; ;) {
    const rows = await tx
      .selectFrom('journal')
      .select(['workflow', 'text', 'ordinal'])
      .where('chain', '=', chain)
      .where('ordinal', '>', after)
      .orderBy('ordinal')
      .limit(page)
      .execute();
    await derivePage(
      tx,
      rows.map(({ workflow, text }) => ({ workflow, line: JSON.parse(text) as RecordedLine })),
    );
    tell(rows.length);
    after = rows.at(-1)?.ordinal ?? after;
    if (rows.length < page) return;
  }
}

async function derivePage(tx: Transaction<Tables>, lines: readonly Recorded[]): Promise<void> {
  const before = beforeIn(await readTogether(tx, askBefore(lines)));
  await writeTogether(tx, derive(lines, before));
}
