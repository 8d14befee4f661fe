/** A grid as a person fills it: rows of texts, and which ranges are merged. */
import type { Cell, Contents, Grid } from '../../../../../documents/contents';

/** Row, column, row, column, each from 1, both ends within. */
export type Merge = readonly [number, number, number, number];
export type Value = string | { readonly text: string; readonly date: string };

export interface Drawn {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly Merge[];
}

export function gridOf({ name, rows, merges = [] }: Drawn): Grid {
  const origins = new Map<string, Cell['mergedFrom']>();
  for (const [top, left, bottom, right] of merges)
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1)
        origins.set(`${row}:${column}`, { row: top, column: left });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    kind: 'grid',
    name,
    rows: rows.map((row, index) => ({
      row: index + 1,
      cells: Array.from({ length: width }, (_, at): Cell => {
        const mergedFrom = origins.get(`${index + 1}:${at + 1}`) ?? null;
        const source =
          mergedFrom === null ? row[at] : rows[mergedFrom.row - 1]?.[mergedFrom.column - 1];
        const value = source ?? '';
        const { text, date } = typeof value === 'string' ? { text: value, date: null } : value;
        return { column: at + 1, text, date, mergedFrom };
      }),
    })),
  };
}

export function contentsOf(...sheets: readonly Drawn[]): Contents {
  return { blocks: sheets.map(gridOf) };
}
