/** The tables that are carried, and how their rows and the files are called in an archive. What is derived is left out. */
import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Tables } from '../tables';
import { contentOf, type Content } from './archive-file';

export const carriedTables = [
  'chains',
  'workflows',
  'journal',
  'deliveries',
  'documents',
  'author_parts',
  'refusals',
  'drafts',
  'accounts',
  'credentials',
  'second_factors',
  'grants',
  'audit',
] as const;
/**
 * What ends when the database becomes another's: signed in is who signs in anew, links, addresses of calendars and tokens are asked
 * for again. What was revoked after a backup does not come back with it.
 */
export const fleetingTables = [
  'sessions',
  'verifications',
  'invitations',
  'links',
  'feeds',
  'tokens',
  'sign_in_failures',
] as const;
export type CarriedTable = (typeof carriedTables)[number];

interface Carrying {
  /** By which rows are in order, each unique. */
  readonly key: readonly string[];
  /** The rectification that a row belongs to. */
  readonly owner: RawBuilder<string>;
}

/** Of no rectification: backed up, never packed. */
const nobody = sql<string>`null::text`;

const carrying: Readonly<Record<CarriedTable, Carrying>> = {
  chains: { key: ['id'], owner: sql`id` },
  workflows: { key: ['id'], owner: sql`chain` },
  journal: { key: ['chain', 'ordinal'], owner: sql`chain` },
  // A message's key begins with the id of its digest's workflow.
  deliveries: { key: ['key'], owner: sql`split_part(key, '/', 2)` },
  documents: { key: ['rectification', 'name', 'sha256'], owner: sql`rectification` },
  author_parts: { key: ['rectification'], owner: sql`rectification` },
  refusals: { key: ['workflow', 'command'], owner: sql`rectification` },
  drafts: { key: ['id'], owner: nobody },
  accounts: { key: ['id'], owner: nobody },
  credentials: { key: ['id'], owner: nobody },
  second_factors: { key: ['id'], owner: nobody },
  grants: { key: ['account', 'unit'], owner: nobody },
  audit: { key: ['at', 'id'], owner: nobody },
};

/** Rows held in memory at a time, and in one entry. */
const page = 500;

/** A page of rows and how many they are. */
export interface Rows {
  readonly content: Content;
  readonly rows: number;
}

/** All rows of a table as JSON Lines, a page an entry. @param rectification all where it is null */
export async function* rowsOf(
  tx: Transaction<Tables>,
  table: CarriedTable,
  rectification: string | null,
): AsyncIterable<Rows> {
  const { key, owner } = carrying[table];
  const keys = sql.join(key.map((column) => sql.ref(column)));
  const owned = rectification === null ? sql`true` : sql`${owner} = ${rectification}`;
  let after = sql`true`;
  for (let part = 1; ; part += 1) {
    const { rows } = await sql<{ readonly keys: readonly unknown[]; readonly row: string }>`
      select json_build_array(${keys}) as keys, row_to_json(${sql.ref(table)})::text as row
      from ${sql.table(table)} where ${owned} and ${after} order by ${keys} limit ${sql.lit(page)}
    `.execute(tx);
    const last = rows.at(-1);
    if (last === undefined) return;
    const name = `${table}/${String(part).padStart(6, '0')}.jsonl`;
    yield {
      content: contentOf(name, rows.map(({ row }) => `${row}\n`).join('')),
      rows: rows.length,
    };
    after = sql`(${keys}) > (${sql.join(last.keys)})`;
  }
}

/** The table that an entry's rows belong to; null for another entry. */
export function tableIn(name: string): CarriedTable | null {
  const [folder = '', file] = name.split('/');
  return file === undefined ? null : (carriedTables.find((table) => table === folder) ?? null);
}

/**
 * Rows put back as they were.
 *
 * @param known what becomes of rows that are there already: an error, or nothing
 * @returns how many came in
 */
export async function putRows(
  tx: Transaction<Tables>,
  table: CarriedTable,
  lines: Buffer,
  known: 'refused' | 'passedOver' = 'refused',
): Promise<number> {
  const rows = `[${linesIn(lines).join(',')}]`;
  const into = sql.table(table);
  const conflict = known === 'refused' ? sql`` : sql`on conflict do nothing`;
  const { numAffectedRows } = await sql`insert into ${into}
    select * from json_populate_recordset(null::${into}, ${rows}::json) ${conflict}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export function linesIn(content: Buffer): readonly string[] {
  return content
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

export function evidenceName(sha256: string): string {
  return `evidence/${sha256}`;
}

/** The hash by which an entry's file is named; null for another entry. */
export function evidenceIn(name: string): string | null {
  return /^evidence\/([0-9a-f]{64})$/.exec(name)?.[1] ?? null;
}
