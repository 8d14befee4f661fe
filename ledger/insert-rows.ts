/** Rows of any number as one statement with one value a column: always the same text, so that nothing is compiled anew. */
import { sql, type RawBuilder } from 'kysely';

/** A column's type in the database, and its values in the order of the rows; null is null. */
export interface Column {
  readonly type: 'text' | 'integer' | 'jsonb' | 'integer[]';
  readonly values: readonly (string | number | null)[];
}

/** `insert into <table> (<columns>) select …`, to be executed or continued with `on conflict`. */
export function insertOf(
  table: string,
  columns: { readonly [name: string]: Column },
): RawBuilder<unknown> {
  const entries = Object.entries(columns);
  const names = entries.map(([name]) => sql.ref(name));
  const given = entries.map(([, { type, values }]) => {
    const array = sql.raw(type === 'integer' ? 'integer[]' : 'text[]');
    return sql`${[...values]}::${array}`;
  });
  const taken = entries.map(([name, { type }]) => sql`${sql.ref(name)}::${sql.raw(type)}`);
  return sql`insert into ${sql.table(table)} (${sql.join(names)})
    select ${sql.join(taken)} from unnest(${sql.join(given)}) as given (${sql.join(names)})`;
}
