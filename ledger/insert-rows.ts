/** Rows of any number as one statement with one value a column: as short to send and to plan for a thousand as for one. */
import { sql, type RawBuilder } from 'kysely';

type ColumnType = 'text' | 'integer' | 'jsonb' | 'integer[]';

/** `jsonb` and `integer[]` as the database writes them. */
type Value = string | number | null;

/**
 * `insert into <table> (<columns>) select …`, to be executed or continued with `on conflict`.
 *
 * @param columns what they are in the database
 */
export function insertOf<Row extends { readonly [column in keyof Row]: Value }>(
  table: string,
  columns: { readonly [column in keyof Row]: ColumnType },
  rows: readonly Row[],
): RawBuilder<unknown> {
  const entries = Object.entries(columns) as [keyof Row & string, ColumnType][];
  const names = entries.map(([name]) => sql.ref(name));
  const given = entries.map(([name, type]) => {
    const array = sql.raw(type === 'integer' ? 'integer[]' : 'text[]');
    return sql`${rows.map((row) => row[name])}::${array}`;
  });
  const taken = entries.map(([name, type]) => sql`${sql.ref(name)}::${sql.raw(type)}`);
  return sql`insert into ${sql.table(table)} (${sql.join(names)})
    select ${sql.join(taken)} from unnest(${sql.join(given)}) as given (${sql.join(names)})`;
}
