/** 台账 as a table: problems in the order of any of its columns, a page at a time, forwards and back. */
import { sql, type SqlBool, type Transaction } from 'kysely';
import type { ProblemRow, Tables } from '../tables';
import { matching, type ProblemFilter } from './problems';

export const sortColumns = [
  'place',
  'kind',
  'stage',
  'lamp',
  'due',
  'department',
  'leader',
  'changed',
] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sorting {
  readonly by: SortColumn;
  /** The other way round. */
  readonly down: boolean;
}

/** Where a row stands in a sorted list, also when it or others have changed since. */
export interface SortPlace {
  readonly key: string;
  readonly rectification: string;
  readonly seq: number;
}

export interface SortedPage {
  readonly limit: number;
  /** The last row of the page before. */
  readonly after?: SortPlace;
  /** The first row of the page after. Only one of the two. */
  readonly before?: SortPlace;
}

export type SortedRow = ProblemRow & { readonly key: string };

export interface Sorted {
  readonly rows: readonly SortedRow[];
  /** All that the filter is true of. */
  readonly total: number;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** What is missing comes last; the most urgent lamp comes first. */
const keys: Readonly<Record<SortColumn, ReturnType<typeof sql<string>>>> = {
  place: sql<string>`''`,
  kind: ranked('kind', ['immediate', 'timeLimited', 'longTerm']),
  stage: ranked('stage', [
    ...['unassigned', 'accepting', 'planning', 'rectifying', 'suspended', 'reviewing'],
    ...['upkeep', 'signedOff', 'lookBack', 'closed'],
  ]),
  lamp: ranked('lamp', ['overdue', 'behind', 'approaching', 'normal']),
  due: sql<string>`coalesce(due_on, '9999')`,
  department: named('department'),
  leader: named('responsible_leader'),
  changed: sql<string>`changed_at`,
};

/** What is not among the words comes after them. */
function ranked(column: string, words: readonly string[]) {
  const whens = words.map(
    (word, index) => sql`when ${sql.lit(word)} then ${sql.lit(digit(index))}`,
  );
  return sql<string>`case ${sql.ref(column)} ${sql.join(whens, sql` `)} else ${sql.lit(digit(words.length))} end`;
}

function named(column: string) {
  const name = sql.ref(column);
  return sql<string>`case when ${name} is null then '1' else '0' || ${name} end`;
}

function digit(index: number): string {
  return String.fromCharCode(97 + index);
}

/** Sorts places alone, and reads whole rows only of the page. */
export async function sortedProblems(
  tx: Transaction<Tables>,
  filter: ProblemFilter,
  { by, down }: Sorting,
  { limit, after, before }: SortedPage,
): Promise<Sorted> {
  const isBack = before !== undefined;
  const isDown = down !== isBack;
  const from = before ?? after;
  const key = sql<string>`(${keys[by]}) collate "C"`;
  let query = matching(tx, filter).select(['workflow', key.as('key')]);
  if (from !== undefined)
    query = query.where(
      sql<SqlBool>`(${key}, rectification, seq) ${sql.raw(isDown ? '<' : '>')}
        (${from.key}, ${from.rectification}, ${from.seq}::integer)`,
    );
  const way = isDown ? 'desc' : 'asc';
  if (by !== 'place') query = query.orderBy(key, way);
  const places = await query
    .orderBy('rectification', way)
    .orderBy('seq', way)
    .limit(limit + 1)
    .execute();
  const page = places.slice(0, limit);
  const more = places.length > limit;
  return {
    rows: await rowsOf(tx, isBack ? page.toReversed() : page),
    total: await totalOf(tx, filter),
    hasBefore: isBack ? more : after !== undefined,
    hasAfter: isBack ? true : more,
  };
}

async function rowsOf(
  tx: Transaction<Tables>,
  places: readonly { readonly workflow: string; readonly key: string }[],
): Promise<readonly SortedRow[]> {
  const workflows = places.map(({ workflow }) => workflow);
  const rows = await tx
    .selectFrom('problems')
    .selectAll()
    .where(sql<SqlBool>`workflow = any(${workflows})`)
    .execute();
  const byWorkflow = new Map(rows.map((row) => [row.workflow, row]));
  return places.flatMap(({ workflow, key }) => {
    const row = byWorkflow.get(workflow);
    return row === undefined ? [] : [{ ...row, key }];
  });
}

async function totalOf(tx: Transaction<Tables>, filter: ProblemFilter): Promise<number> {
  const { total } = await matching(tx, filter)
    .select(({ fn }) => fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}
