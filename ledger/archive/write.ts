/**
 * A backup of the whole ledger, or one rectification packed: both the same kind of archive. Read from one snapshot, so that what
 * is recorded meanwhile is not in it by half.
 */
import type { Kysely, Transaction } from 'kysely';
import type { EvidenceStore } from '../evidence/evidence-store';
import { evidenceInLines } from '../read-evidence';
import type { Tables } from '../tables';
import { verify, type Verified } from '../verify';
import { contentOf, writeArchive, type Content, type Written } from './archive-file';
import { carriedTables, evidenceName, rowsOf } from './contents';
import { CannotPack } from './errors';
import { aboutName, aboutOf, manifestName, type CarriedEvidence, type Manifest } from './manifest';
import type { TellStep } from './progress';

export interface Writing {
  readonly file: string;
  /** Null for all of them. */
  readonly rectification: string | null;
  readonly evidence: Pick<EvidenceStore, 'open' | 'check' | 'list'>;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly tell: TellStep;
}

export interface Carried {
  readonly manifest: Manifest;
  readonly archive: Written;
}

/**
 * Evidence that is missing or altered is left out and named; a backup says what was wrong with the record.
 *
 * @throws CannotPack for a rectification that has no lines, or whose record is not whole; the file's and the database's errors:
 * there is no archive then
 */
export async function writeLedger(db: Kysely<Tables>, writing: Writing): Promise<Carried> {
  const carrying = new Carrying(writing);
  const archive = await writeArchive(writing.file, carrying.contents(db), (entries) => {
    const manifest = { ...carrying.manifest(), entries };
    return contentOf(manifestName, json((carrying.closed = manifest)));
  });
  return { manifest: carrying.whole(), archive };
}

class Carrying {
  closed: Manifest | null = null;
  private readonly writing: Writing;
  private readonly tables: Record<string, number> = {};
  private readonly named = new Set<string>();
  private readonly missing: string[] = [];
  private readonly altered: string[] = [];
  private verified: Verified = { rectifications: [], lines: 0, faults: [] };
  private files = 0;
  private bytes = 0;

  constructor(writing: Writing) {
    this.writing = writing;
  }

  async *contents(db: Kysely<Tables>): AsyncIterable<Content> {
    yield contentOf(aboutName, json(this.about()));
    const tx = await db
      .startTransaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute();
    try {
      await this.verify(tx);
      yield* this.rows(tx);
      for await (const { sha256 } of evidenceInLines(tx, this.writing.rectification))
        this.named.add(sha256);
    } finally {
      await tx.rollback().execute();
    }
    // Outside of it: files never change, and the embedded database has nobody else meanwhile.
    yield* this.evidence();
  }

  manifest(): Omit<Manifest, 'entries'> {
    const { rectifications, faults } = this.verified;
    const { files, bytes, missing, altered, tables } = this;
    const evidence: CarriedEvidence = { files, bytes, missing, altered };
    return { ...this.about(), tables, rectifications, faults, evidence };
  }

  whole(): Manifest {
    if (this.closed === null) throw new Error('the archive was not closed');
    return this.closed;
  }

  private about() {
    const { rectification, now } = this.writing;
    return aboutOf(rectification === null ? 'backup' : 'pack', rectification, now);
  }

  private async verify(tx: Transaction<Tables>): Promise<void> {
    const { rectification, tell } = this.writing;
    this.verified = await verify(tx, (lines) => tell('verifying', lines), rectification);
    const [fault = null] = this.verified.faults;
    const cannotPack = fault !== null || this.verified.lines === 0;
    if (rectification !== null && cannotPack) throw new CannotPack(rectification, fault);
  }

  private async *rows(tx: Transaction<Tables>): AsyncIterable<Content> {
    let told = 0;
    for (const table of carriedTables) {
      this.tables[table] = 0;
      for await (const { content, rows } of rowsOf(tx, table, this.writing.rectification)) {
        yield content;
        this.tables[table] += rows;
        this.writing.tell('rows', (told += rows));
      }
    }
  }

  /** All files of the store, also those of commands that are just on their way; of one rectification those that it names. */
  private async *evidence(): AsyncIterable<Content> {
    const { evidence: store, rectification, tell } = this.writing;
    const wanted = new Set(this.named);
    if (rectification === null) for await (const { sha256 } of store.list()) wanted.add(sha256);
    for (const sha256 of [...wanted].sort()) {
      const content = await this.file(sha256);
      if (content !== null) yield content;
      tell('evidence', this.files);
    }
  }

  private async file(sha256: string): Promise<Content | null> {
    const { evidence: store } = this.writing;
    let size = 0;
    const condition = await store.check(sha256, (bytes) => (size = bytes));
    if (condition !== 'whole') {
      this[condition].push(sha256);
      return null;
    }
    this.files += 1;
    this.bytes += size;
    const bytes = (await store.open(sha256)) as AsyncIterable<Buffer>;
    return { name: evidenceName(sha256), size, bytes };
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
