/** 佐证材料: a row a file that a line names. */
import type { Insertable, Transaction } from 'kysely';
import { filesNamedIn } from '../evidence/named';
import type { EvidenceRow, Tables } from '../tables';
import type { Recorded } from './recorded';

export async function insertEvidence(
  tx: Transaction<Tables>,
  lines: readonly Recorded[],
): Promise<void> {
  const rows = lines.flatMap(rowsOf);
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('evidence')
      .values(rows.slice(from, from + 1000))
      .execute();
}

function rowsOf({ workflow, line }: Recorded): readonly Insertable<EvidenceRow>[] {
  const { sequence } = line;
  return filesNamedIn(line).map((file, index) => ({
    ...{ workflow, sequence, ordinal: index + 1 },
    ...file,
  }));
}
