// Merged cells of a sheet: which cell each of them shows. Kept within what the sheet holds: a merge may claim a million cells.

export interface Merges {
  /** The rows that merged cells stand in. */
  readonly rows: readonly number[];
  /** The columns of a row that merged cells stand in. */
  readonly columnsIn: (row: number) => readonly number[];
  /** The range's first cell; null where nothing is merged. */
  readonly from: (row: number, column: number) => Place | null;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** As spreadsheet libraries give it: from 0, both ends included. */
interface Range {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

interface Bounds {
  readonly rows: number;
  readonly columns: number;
}

export function mergesIn(ranges: readonly Range[], bounds: Bounds): Merges {
  const rows = new Map<number, Map<number, Place>>();
  for (const { s, e } of ranges) {
    const first = { row: s.r + 1, column: s.c + 1 };
    for (let row = first.row; row <= Math.min(e.r + 1, bounds.rows); row += 1) {
      const columns = rows.get(row) ?? new Map<number, Place>();
      for (let column = first.column; column <= Math.min(e.c + 1, bounds.columns); column += 1)
        columns.set(column, first);
      rows.set(row, columns);
    }
  }
  return {
    rows: [...rows.keys()],
    columnsIn: (row) => [...(rows.get(row)?.keys() ?? [])],
    from: (row, column) => rows.get(row)?.get(column) ?? null,
  };
}
