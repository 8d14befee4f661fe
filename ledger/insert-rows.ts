/** Rows of any number as one statement with one value a column: as short to send and to plan for a thousand as for one. */
import { sql, type RawBuilder } from 'kysely';

type ColumnType = 'text' | 'integer' | 'jsonb' | 'integer[]';

/** `jsonb` and `integer[]` as the database writes them. */
type Value = string | number | null;

type RowOf<Row> = { readonly [column in keyof Row]: Value };

/** What they are in the database. */
type ColumnsOf<Row> = { readonly [column in keyof Row]: ColumnType };

/** `insert into <table> (<columns>) select …`, to be executed or continued with `on conflict`. */
export function insertOf<Row extends RowOf<Row>>(
  table: string,
  columns: ColumnsOf<Row>,
  rows: readonly Row[],
): RawBuilder<unknown> {
  const entries = Object.entries(columns) as [keyof Row & string, ColumnType][];
  const names = entries.map(([name]) => sql.ref(name));
  const given = entries.map(([name, type]) => valuesOf(name, type, rows));
  const taken = entries.map(([name, type]) => sql`${sql.ref(name)}::${sql.raw(type)}`);
  return sql`insert into ${sql.table(table)} (${sql.join(names)})
    select ${sql.join(taken)} from unnest(${sql.join(given)}) as given (${sql.join(names)})`;
}

/** None where there are no rows. */
export function insertsOf<Row extends RowOf<Row>>(
  table: string,
  columns: ColumnsOf<Row>,
  rows: readonly Row[],
): readonly RawBuilder<unknown>[] {
  return rows.length === 0 ? [] : [insertOf(table, columns, rows)];
}

/** What is there already under the same key is written over. */
export function upsertOf<Row extends RowOf<Row>>(
  table: string,
  columns: ColumnsOf<Row>,
  key: readonly (keyof Row & string)[],
  rows: readonly Row[],
): RawBuilder<unknown> {
  const others = Object.keys(columns).filter((name) => !(key as readonly string[]).includes(name));
  const set = others.map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`);
  return sql`${insertOf(table, columns, rows)} on conflict (${sql.join(key.map((name) => sql.ref(name)))})
    do update set ${sql.join(set)}`;
}

/**
 * Two writes for one statement (together.ts), after which the owners have these rows and no others. Those that stay are written
 * over and not made anew: one statement may not write a row twice.
 *
 * @param key the owner's column, and what tells an owner's rows apart; of rows with the same key the first counts
 */
export function replacementOf<Row extends RowOf<Row>>(
  table: string,
  columns: ColumnsOf<Row>,
  key: readonly [owner: keyof Row & string, within: keyof Row & string],
  { owners, rows }: { readonly owners: readonly string[]; readonly rows: readonly Row[] },
): readonly RawBuilder<unknown>[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const own = JSON.stringify(key.map((name) => row[name]));
    if (!byKey.has(own)) byKey.set(own, row);
  }
  const kept = [...byKey.values()];
  const names = key.map((name) => sql.ref(name));
  const keys = key.map((name) => valuesOf(name, columns[name], kept));
  return [
    sql`delete from ${sql.table(table)} where ${sql.ref(key[0])} = any(${owners}::text[])
      and (${sql.join(names)}) not in (select * from unnest(${sql.join(keys)}))`,
    upsertOf(table, columns, key, kept),
  ];
}

function valuesOf<Row>(
  name: keyof Row,
  type: ColumnType,
  rows: readonly Row[],
): RawBuilder<unknown> {
  const array = sql.raw(type === 'integer' ? 'integer[]' : 'text[]');
  return sql`${rows.map((row) => row[name])}::${array}`;
}
