/** A grid as it is looked at: every cell with what it shows, merged or not. Knows nothing of problems. */
import type { PlainDate } from '../../domain/words';
import { cellName, type Cell, type Grid } from '../contents';

export interface Sheet {
  readonly name: string;
  /** The last column that holds anything. */
  readonly width: number;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
}

export interface SheetCell {
  readonly column: number;
  readonly text: string;
  readonly date: PlainDate | null;
  /** The first cell of the merged range; its own place where nothing is merged. */
  readonly origin: { readonly row: number; readonly column: number };
  /** What it shows stands in a row above: a vertical merge goes on. */
  readonly fromAbove: boolean;
}

export function sheetOf(grid: Grid): Sheet {
  const places = new Map(
    grid.rows.flatMap(({ row, cells }) => cells.map((cell) => [key(row, cell.column), cell])),
  );
  const rows = grid.rows.map(({ row, cells }) => ({
    row,
    cells: new Map(cells.map((cell) => [cell.column, shownCell(row, cell, places)])),
  }));
  return { name: grid.name, width: widthOf(rows), rows };
}

function shownCell(row: number, cell: Cell, places: ReadonlyMap<string, Cell>): SheetCell {
  const origin = cell.mergedFrom ?? { row, column: cell.column };
  const source = places.get(key(origin.row, origin.column)) ?? cell;
  const text = plainText(source.text === '' ? cell.text : source.text);
  return {
    column: cell.column,
    text,
    date: source.date ?? cell.date,
    origin,
    fromAbove: origin.row < row,
  };
}

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** What people see, without what programs leave: invisible signs, odd spaces, blank lines. */
export function plainText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/\r\n?|\u2028|\u2029|\v/g, '\n')
    .replace(/[\t\f\u00a0\u2002-\u200a\u202f\u3000]/g, ' ')
    .replace(/ *\n\s*/g, '\n')
    .trim();
}

/** The cells that show something, a merged range once a row, from left to right. */
export function filled(row: SheetRow): readonly SheetCell[] {
  const seen = new Set<string>();
  return [...row.cells.values()]
    .filter(({ text }) => text !== '')
    .filter(({ origin }) => {
      const place = key(origin.row, origin.column);
      return !seen.has(place) && seen.add(place);
    });
}

/** How many columns of this row show what stands in `cell`. */
export function breadth(row: SheetRow, cell: SheetCell): number {
  return [...row.cells.values()].filter(
    ({ origin }) => origin.row === cell.origin.row && origin.column === cell.origin.column,
  ).length;
}

/** `Sheet1!C5`. */
export function placeOf(sheet: string, row: number, column: number): string {
  return `${sheet}!${cellName(row, column)}`;
}

function widthOf(rows: readonly SheetRow[]): number {
  return rows.reduce(
    (widest, row) => filled(row).reduce((most, { column }) => Math.max(most, column), widest),
    0,
  );
}

function key(row: number, column: number): string {
  return `${row}:${column}`;
}
