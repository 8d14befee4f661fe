/** A rectification from an archive into this ledger: what is there already is passed over, what follows it is appended. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { append } from '../append';
import { apart } from '../apart';
import { chainOf } from '../chain';
import type { EvidenceStore } from '../evidence/evidence-store';
import { hasHead } from '../read';
import type { RecordedLine } from '../recording';
import type { JournalRow, Tables } from '../tables';
import { archiveEntries } from './archive-file';
import { wholeOf } from './check-archive';
import { evidenceIn, linesIn, putRows, tableIn, type CarriedTable } from './contents';
import { ArchiveRefused, RectificationDiffers } from './errors';
import type { Manifest } from './manifest';
import type { TellStep } from './progress';

export interface Unpacking {
  readonly file: string;
  /** As `checkArchive` has read it. */
  readonly manifest: Manifest;
  readonly evidence: Pick<EvidenceStore, 'putBack'>;
  readonly tell: TellStep;
}

export interface Unpacked {
  /** Lines that were there already. */
  readonly before: number;
  /** Rows of each table that came in. */
  readonly added: Readonly<Record<string, number>>;
}

/**
 * All in one transaction: every line is linked anew, and the head must be the archive's.
 *
 * @throws RectificationDiffers; ArchiveRefused where the lines do not give its head: nothing is kept then
 */
export function unpackRectification(db: Kysely<Tables>, unpacking: Unpacking): Promise<Unpacked> {
  return apart(db, async (tx) => {
    await sql`lock table chains in exclusive mode`.execute(tx);
    const { rectification, rectifications } = unpacking.manifest;
    const id = rectification ?? '';
    const before = await linesThere(tx, id);
    const added = await takeIn(tx, unpacking, id, before);
    const head = rectifications[0]?.head ?? '';
    if (!(await hasHead(tx, id, head))) throw new ArchiveRefused('chain', id);
    return { before, added };
  });
}

async function linesThere(tx: Transaction<Tables>, id: string): Promise<number> {
  const chain = await tx
    .selectFrom('chains')
    .select('ordinal')
    .where('id', '=', id)
    .executeTakeFirst();
  return chain?.ordinal ?? 0;
}

async function takeIn(
  tx: Transaction<Tables>,
  { file, evidence, tell }: Unpacking,
  id: string,
  before: number,
): Promise<Readonly<Record<string, number>>> {
  const added: Record<string, number> = {
    ...{ journal: 0, deliveries: 0, documents: 0, author_parts: 0, refusals: 0 },
  };
  let files = 0;
  for await (const entry of archiveEntries(file)) {
    const [table, sha256] = [tableIn(entry.name), evidenceIn(entry.name)];
    if (table !== null && table in added) {
      added[table] =
        (added[table] ?? 0) + (await rowsIn(tx, table, await wholeOf(entry), id, before));
      tell('rows', added['journal'] ?? 0);
    }
    if (sha256 === null) continue;
    await evidence.putBack(sha256, entry.content);
    tell('evidence', (files += 1));
  }
  return added;
}

async function rowsIn(
  tx: Transaction<Tables>,
  table: CarriedTable,
  content: Buffer,
  id: string,
  before: number,
): Promise<number> {
  if (table !== 'journal') return putRows(tx, table, content, 'passedOver');
  const rows = linesIn(content).map((line) => JSON.parse(line) as JournalRow);
  const stranger = rows.find(({ workflow }) => chainOf(workflow) !== id);
  if (stranger !== undefined) throw new ArchiveRefused('chain', stranger.workflow);
  await compare(
    tx,
    id,
    rows.filter(({ ordinal }) => ordinal <= before),
  );
  return appendAll(
    tx,
    rows.filter(({ ordinal }) => ordinal > before),
  );
}

async function compare(
  tx: Transaction<Tables>,
  id: string,
  rows: readonly JournalRow[],
): Promise<void> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return;
  const kept = await tx
    .selectFrom('journal')
    .select(['ordinal', 'workflow', 'sequence', 'text', 'head'])
    .where('chain', '=', id)
    .where('ordinal', '>=', first.ordinal)
    .where('ordinal', '<=', last.ordinal)
    .execute();
  const there = new Map(kept.map((row) => [row.ordinal, row]));
  const differing = rows.find((row) => {
    const { workflow, sequence, text, head } = there.get(row.ordinal) ?? {};
    return !(
      workflow === row.workflow &&
      sequence === row.sequence &&
      text === row.text &&
      head === row.head
    );
  });
  if (differing !== undefined)
    throw new RectificationDiffers(differing.workflow, differing.sequence);
}

/** In the order in which they were recorded, so that the same head comes of it. */
async function appendAll(tx: Transaction<Tables>, rows: readonly JournalRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const recordings = rows.map(({ workflow, text }) => ({
    workflow,
    lines: [JSON.parse(text) as RecordedLine],
  }));
  const [failed] = (await append(tx, recordings)).filter((kept) => kept !== null);
  if (failed !== undefined) throw new ArchiveRefused('chain', failed.message);
  return rows.length;
}
