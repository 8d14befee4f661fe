/** What an archive says of itself: at its beginning what it is, at its end all that it holds. */
import { migrations } from '../migrations';
import type { Fault, VerifiedChain } from '../verify';
import { ArchiveRefused } from './errors';

/** Raised when an older version could not read what is written. */
const format = 1;

export const aboutName = 'about.json';
export const manifestName = 'manifest.json';

/** The first entry. */
export interface About {
  readonly format: number;
  /** The whole ledger, or one rectification. */
  readonly kind: 'backup' | 'pack';
  /** Null in a backup. */
  readonly rectification: string | null;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  /** What the database had been through. */
  readonly migrations: readonly string[];
}

export interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The last entry. */
export interface Manifest extends About {
  /** Rows of each table. */
  readonly tables: Readonly<Record<string, number>>;
  readonly rectifications: readonly VerifiedChain[];
  /** What was wrong with the record when it was written; it is restored as it was. */
  readonly faults: readonly Fault[];
  readonly evidence: CarriedEvidence;
  /** All entries but this one, in order. */
  readonly entries: readonly Entry[];
}

export interface CarriedEvidence {
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of what lines name and could not be carried. */
  readonly missing: readonly string[];
  readonly altered: readonly string[];
}

export function aboutOf(kind: About['kind'], rectification: string | null, madeAt: string): About {
  return { format, kind, rectification, madeAt, migrations: Object.keys(migrations) };
}

/** @throws ArchiveRefused when it is no such thing, or a newer version's */
export function readAbout(content: Buffer): About {
  const about = parsed<About>(content);
  if (typeof about?.format !== 'number' || !Array.isArray(about.migrations))
    throw new ArchiveRefused('notArchive', aboutName);
  const unknown = about.migrations.filter((name) => !(name in migrations));
  if (about.format > format) throw new ArchiveRefused('newer', `format ${about.format}`);
  if (unknown.length > 0) throw new ArchiveRefused('newer', unknown.join(', '));
  return about;
}

/** @throws ArchiveRefused when it is not the manifest of these entries */
export function readManifest(content: Buffer, entries: readonly Entry[]): Manifest {
  const manifest = parsed<Manifest>(content);
  const named = manifest?.entries ?? [];
  const differing = Array.from({ length: Math.max(named.length, entries.length) }).findIndex(
    (_each, at) => !isSame(named[at], entries[at]),
  );
  const name = (named[differing] ?? entries[differing])?.name;
  if (name !== undefined) throw new ArchiveRefused('damaged', name);
  if (manifest === null) throw new ArchiveRefused('damaged', manifestName);
  return manifest;
}

function isSame(one: Entry | undefined, other: Entry | undefined): boolean {
  return one?.name === other?.name && one?.bytes === other?.bytes && one?.sha256 === other?.sha256;
}

function parsed<Shape>(content: Buffer): Shape | null {
  try {
    return JSON.parse(content.toString('utf8')) as Shape | null;
  } catch {
    return null;
  }
}
