/** What stands derived, held against what the lines say: derived again where it differs. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { deriveAgain, derivedTables } from '../derived/again';
import type { Tables } from '../tables';

export interface DerivedDiffering {
  readonly table: string;
  /** Rows that are not as the lines have them, are too many or missing. */
  readonly rows: number;
}

/** Thrown inside the transaction so that nothing of it stays. */
class NothingToKeep extends Error {}

/**
 * Derives everything anew beside what is there, and keeps it where something differs. Writers wait meanwhile; readers do not.
 *
 * @param tell is told how many lines have been gone through
 */
export async function deriveDiffering(
  db: Kysely<Tables>,
  dryRun: boolean,
  tell?: (lines: number) => void,
): Promise<readonly DerivedDiffering[]> {
  let differing: readonly DerivedDiffering[] = [];
  try {
    await db.transaction().execute(async (tx) => {
      differing = await derivedAnew(tx, tell);
      if (dryRun || differing.length === 0) throw new NothingToKeep();
    });
  } catch (error) {
    if (!(error instanceof NothingToKeep)) throw error;
  }
  return differing;
}

async function derivedAnew(
  tx: Transaction<Tables>,
  tell: ((lines: number) => void) | undefined,
): Promise<readonly DerivedDiffering[]> {
  // A line recorded meanwhile would be derived twice.
  await sql`lock table chains in exclusive mode`.execute(tx);
  for (const table of derivedTables)
    await sql`create temporary table ${before(table)} on commit drop as
      select * from ${sql.table(table)}`.execute(tx);
  await deriveAgain(tx, tell);
  const counted: DerivedDiffering[] = [];
  for (const table of derivedTables) counted.push({ table, rows: await differing(tx, table) });
  return counted.filter(({ rows }) => rows > 0);
}

/** Rows that are only in one of the two; a changed row is in both, and counts once. */
async function differing(tx: Transaction<Tables>, table: string): Promise<number> {
  const [then, now] = [before(table), sql.table(table)];
  const { rows } = await sql<{ readonly gone: string; readonly come: string }>`select
    (select count(*) from (select * from ${then} except all select * from ${now}) gone) as gone,
    (select count(*) from (select * from ${now} except all select * from ${then}) come) as come
  `.execute(tx);
  const [counts] = rows;
  return Math.max(Number(counts?.gone ?? 0), Number(counts?.come ?? 0));
}

function before(table: string) {
  return sql.table(`before_${table}`);
}
