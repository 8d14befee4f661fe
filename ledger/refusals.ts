/**
 * 未接受的指令: what a workflow turned away leaves no trace in it, so whoever sent it notes it here. Beside the chain: nobody could
 * tell a workflow's record whether something was asked of it.
 */
import { sql, type Insertable, type Kysely, type SqlBool, type Transaction } from 'kysely';
import { apart } from './apart';
import { canonical, chainOf } from './chain';
import { writtenIn } from './derived/texts';
import { decidedBy } from './line-fields';
import { containing } from './search/containing';
import { folded, wordsIn } from './search/grams';
import type { LineFilter } from './search/lines';
import type { RefusalRow, Tables } from './tables';

/** A command that was refused. */
export interface Refusal {
  readonly workflow: string;
  /** The command's id: the same again is the same refusal. */
  readonly command: string;
  /** ISO 8601 UTC, by the clock of whoever sent it. */
  readonly at: string;
  readonly event: string;
  readonly fields: unknown;
  readonly by: unknown;
  /** Why, in words. */
  readonly reason: string;
}

/** A refusal as the ledger has it, in the form of a line without a number. */
export interface RefusedLine extends Refusal {
  readonly kind: 'refused';
}

export interface Refusals {
  /** Keeps each (workflow, command) once: the first time stands. */
  readonly note: (refusals: readonly Refusal[]) => Promise<void>;
  /** Those of a workflow, in the order of time. */
  readonly of: (workflow: string) => Promise<readonly RefusedLine[]>;
  /** Those in which all the words occur, or which a person sent, newest first. */
  readonly search: (filter: LineFilter) => Promise<readonly RefusedLine[]>;
  /** How many there are in each rectification. */
  readonly counts: () => Promise<Readonly<Record<string, number>>>;
}

export function refusalsOf(db: Kysely<Tables>): Refusals {
  return {
    note: (refusals) => apart(db, (tx) => note(tx, refusals)),
    of: (workflow) => ofWorkflow(db, workflow),
    search: (filter) => apart(db, (tx) => search(tx, filter)),
    counts: () => apart(db, counts),
  };
}

/** Refusals in one statement. */
const atOnce = 500;

async function note(tx: Transaction<Tables>, refusals: readonly Refusal[]): Promise<void> {
  for (let from = 0; from < refusals.length; from += atOnce)
    await tx
      .insertInto('refusals')
      .values(refusals.slice(from, from + atOnce).map(rowOf))
      .onConflict((conflict) => conflict.columns(['workflow', 'command']).doNothing())
      .execute();
}

function rowOf(refusal: Refusal): Insertable<RefusalRow> {
  const line: RefusedLine = { ...refusal, kind: 'refused' };
  return {
    workflow: storable(refusal.workflow),
    command: storable(refusal.command),
    rectification: storable(chainOf(refusal.workflow)),
    at: refusal.at,
    event: storable(refusal.event),
    decided_by: decidedBy({ sequence: 0, by: refusal.by }),
    text: canonical(line),
    words: folded(writtenIn({ ...line }).join('\n')),
  };
}

/** PostgreSQL takes no NUL in a text. */
function storable(text: string): string {
  return text.replaceAll('\0', '');
}

async function ofWorkflow(db: Kysely<Tables>, workflow: string): Promise<readonly RefusedLine[]> {
  const rows = await db
    .selectFrom('refusals')
    .select('text')
    .where('workflow', '=', workflow)
    .orderBy('at')
    .orderBy('command')
    .execute();
  return rows.map(lineOf);
}

async function search(
  tx: Transaction<Tables>,
  { text, person, limit }: LineFilter,
): Promise<readonly RefusedLine[]> {
  const words = wordsIn(text);
  if (words.length === 0 && person === undefined) return [];
  let query = tx.selectFrom('refusals').select('text');
  for (const word of words) query = query.where('words', 'like', containing(word));
  if (person !== undefined) query = query.where(sentBy(person));
  const rows = await query.orderBy('at', 'desc').orderBy('command').limit(limit).execute();
  return rows.map(lineOf);
}

function sentBy(person: string) {
  return sql<SqlBool>`(decided_by = ${person} or exists (select from people
    where people.rectification = refusals.rectification
      and people.id = refusals.decided_by and people.name = ${person}))`;
}

async function counts(tx: Transaction<Tables>): Promise<Readonly<Record<string, number>>> {
  const rows = await tx
    .selectFrom('refusals')
    .select(({ fn }) => ['rectification', fn.countAll<string>().as('refusals')] as const)
    .groupBy('rectification')
    .execute();
  return Object.fromEntries(
    rows.map(({ rectification, refusals }) => [rectification, Number(refusals)]),
  );
}

function lineOf({ text }: { readonly text: string }): RefusedLine {
  return JSON.parse(text) as RefusedLine;
}
