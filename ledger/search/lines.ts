/**
 * Lines in which people wrote something, the newest first. An index of pairs of characters names the lines in no order, so a
 * question whose answer is long is asked again of the newest year, of its newest month, and so on: what is read for it
 * stays short however often a word occurs.
 */
import { sql, type SqlBool, type Transaction } from 'kysely';
import type { JournalRow, Tables } from '../tables';
import { containing } from './containing';
import { deciderFact } from './deciders';
import { gramOf, gramsWithin, wordsIn } from './grams';
import { partsOf, yearsBetween } from './periods';

export interface LineFilter {
  /** All of its words must occur. */
  readonly text?: string;
  /** Who decided: an id or a name. */
  readonly person?: string;
  readonly limit: number;
}

/** Found lines that are read and sorted at once. */
const atOnce = 1000;

interface Found {
  readonly workflow: string;
  readonly sequence: number;
  readonly at: string;
}

export async function searchLines(
  tx: Transaction<Tables>,
  { text, person, limit }: LineFilter,
): Promise<readonly JournalRow[]> {
  const words = wordsIn(text);
  if (words.length === 0 && person === undefined) return [];
  const deciders = person === undefined ? [] : await decidersCalled(tx, person);
  // The planner takes words to be independent of each other, and would rather read everything.
  await sql`set local enable_seqscan = off`.execute(tx);
  const wanted: Wanted = { words, person, deciders, limit: Math.max(limit, atOnce) };
  const newest = (await foundIn(tx, wanted, null)) ?? (await newestIn(tx, wanted, limit));
  return rowsOf(tx, newest.slice(0, limit));
}

interface Wanted {
  readonly words: readonly string[];
  readonly person: string | undefined;
  /** The facts by which the person's lines are found. */
  readonly deciders: readonly string[];
  /** More than this is not read at once. */
  readonly limit: number;
}

/** Whoever has the id, and those of the name, each in the rectification where that is the name. */
async function decidersCalled(tx: Transaction<Tables>, person: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('people')
    .select(['rectification', 'id'])
    .where('name', '=', person)
    .execute();
  const named = rows.map(({ rectification, id }) => deciderFact(id, rectification));
  return [deciderFact(person), ...named];
}

/** Goes into the periods, the newest first, until there are enough. */
async function newestIn(
  tx: Transaction<Tables>,
  wanted: Wanted,
  limit: number,
): Promise<readonly Found[]> {
  const { rows } = await sql<{ readonly newest: string | null; readonly oldest: string | null }>`
    select max(at) as newest, min(at) as oldest from texts`.execute(tx);
  const periods = [...yearsBetween(rows[0]?.newest ?? '', rows[0]?.oldest ?? '')];
  const found: Found[] = [];
  while (found.length < limit) {
    const period = periods.shift();
    if (period === undefined) break;
    const own = await foundIn(tx, wanted, period);
    if (own === null) periods.unshift(...partsOf(period));
    else found.push(...own);
  }
  return found;
}

/** The newest first. Null where there are too many, and the period has parts that can be asked one by one. */
async function foundIn(
  tx: Transaction<Tables>,
  wanted: Wanted,
  period: string | null,
): Promise<readonly Found[] | null> {
  const isWhole = period !== null && partsOf(period).length === 0;
  const most = isWhole ? null : wanted.limit + 1;
  const { rows } = await sql<Found>`select workflow, sequence, at from texts
    where ${sql.join(conditions(wanted, period), sql` and `)} limit ${most}`.execute(tx);
  return rows.length === most ? null : rows.toSorted(newestFirst);
}

function newestFirst(one: Found, other: Found): number {
  return (
    compared(other.at, one.at) ||
    compared(other.workflow, one.workflow) ||
    other.sequence - one.sequence
  );
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The numbers find what can be meant, the texts decide. */
function conditions({ words, person, deciders }: Wanted, period: string | null) {
  const needed = [
    ...words.flatMap(gramsWithin),
    ...(period === null ? [] : [gramOf(`in:${period}`)]),
  ];
  const all: readonly ReturnType<typeof sql<SqlBool>>[] = [
    ...(needed.length === 0 ? [] : [sql<SqlBool>`grams @> ${needed}::integer[]`]),
    ...words.map((word) => sql<SqlBool>`text like ${containing(word)}`),
    ...(period === null ? [] : [sql<SqlBool>`at like ${containing(period).slice(1)}`]),
  ];
  if (person === undefined) return all;
  const among = deciders.map(gramOf);
  return [...all, sql<SqlBool>`grams && ${among}::integer[]`, decidedBy(person)];
}

/** Ids are a rectification's own: the same one can be somebody else in another. */
function decidedBy(person: string) {
  return sql<SqlBool>`(decided_by = ${person} or exists (select from people
    where people.rectification = split_part(texts.workflow, '/', 2)
      and people.id = texts.decided_by and people.name = ${person}))`;
}

async function rowsOf(
  tx: Transaction<Tables>,
  found: readonly Found[],
): Promise<readonly JournalRow[]> {
  const [workflows, sequences] = [
    found.map(({ workflow }) => workflow),
    found.map(({ sequence }) => sequence),
  ];
  const { rows } = await sql<JournalRow>`
    select journal.* from unnest(${workflows}::text[], ${sequences}::integer[])
      with ordinality as found (workflow, sequence, place)
    join journal using (workflow, sequence) order by place`.execute(tx);
  return rows;
}
