/** A backup put back: all of it in one transaction, or nothing. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { apart } from '../apart';
import { deriveAgain, derivedTables } from '../derived/again';
import type { EvidenceStore } from '../evidence/evidence-store';
import type { Tables } from '../tables';
import { verify } from '../verify';
import { archiveEntries } from './archive-file';
import { checkArchive, wholeOf } from './check-archive';
import { carriedTables, evidenceIn, fleetingTables, putRows, tableIn } from './contents';
import { ArchiveRefused, LedgerNotEmpty } from './errors';
import type { Manifest } from './manifest';
import type { TellStep } from './progress';

export interface Restoring {
  readonly file: string;
  /** As `checkArchive` has read it. */
  readonly manifest: Manifest;
  /** Takes the place of what is there. */
  readonly force: boolean;
  readonly evidence: Pick<EvidenceStore, 'putBack'>;
  readonly tell: TellStep;
}

/**
 * Puts files of evidence back too; those that are there stay. The record is what it was when it was written, also with faults
 * that it had then.
 *
 * @throws LedgerNotEmpty; ArchiveRefused where its lines do not give the heads that it says: nothing is kept then
 */
export function restoreLedger(db: Kysely<Tables>, restoring: Restoring): Promise<void> {
  return apart(db, async (tx) => {
    await sql`lock table chains in exclusive mode`.execute(tx);
    const rows = await rowsThere(tx);
    if (rows > 0 && !restoring.force) throw new LedgerNotEmpty(rows);
    await clear(tx);
    await putBack(tx, restoring);
    await deriveAgain(tx, (done) => restoring.tell('deriving', done));
    await checkHeads(tx, restoring);
  });
}

/** @throws ArchiveRefused for one of another kind too */
export async function checkBackup(
  file: string,
  kind: Manifest['kind'],
  tell: TellStep,
): Promise<Manifest> {
  const manifest = await checkArchive(file, (bytes) => tell('checking', bytes));
  if (manifest.kind !== kind) throw new ArchiveRefused('kind', manifest.kind);
  return manifest;
}

/** Of whatever kind: also what was sent, issued or refused is not to be lost. */
async function rowsThere(tx: Transaction<Tables>): Promise<number> {
  const tables = carriedTables.map((table) => sql`(select count(*) from ${sql.table(table)})`);
  const { rows } = await sql<{ readonly all: string }>`
    select ${sql.join(tables, sql` + `)} as "all"`.execute(tx);
  return Number(rows[0]?.all ?? 0);
}

async function clear(tx: Transaction<Tables>): Promise<void> {
  const all = [...carriedTables, ...derivedTables, ...fleetingTables].map((table) =>
    sql.table(table),
  );
  await sql`truncate ${sql.join(all)}`.execute(tx);
}

async function putBack(
  tx: Transaction<Tables>,
  { file, evidence, tell }: Restoring,
): Promise<void> {
  let [rows, files] = [0, 0];
  for await (const entry of archiveEntries(file)) {
    const [table, sha256] = [tableIn(entry.name), evidenceIn(entry.name)];
    if (table !== null) tell('rows', (rows += await putRows(tx, table, await wholeOf(entry))));
    if (sha256 === null) continue;
    await evidence.putBack(sha256, entry.content);
    tell('evidence', (files += 1));
  }
}

async function checkHeads(tx: Transaction<Tables>, { manifest, tell }: Restoring): Promise<void> {
  const found = await verify(tx, (lines) => tell('verifying', lines));
  const now = [found.rectifications, found.faults];
  const then = [manifest.rectifications, manifest.faults];
  if (JSON.stringify(now) !== JSON.stringify(then))
    throw new ArchiveRefused('chain', found.faults[0]?.workflow ?? '');
}
