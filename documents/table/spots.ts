/** The cells of one problem in one column, each once, with the place people know them by. */
import type { PlainDate } from '../../domain/words';
import type { ColumnKind } from './heading-words';
import { shownCell, type TableRecord } from './records';
import { placeOf, type SheetCell } from './sheet';

export interface Spot {
  readonly text: string;
  readonly date: PlainDate | null;
  readonly at: string;
  /** Which of the problem's rows it stands in, from 0. */
  readonly line: number;
  /** How many of the problem's rows show it. */
  readonly lines: number;
}

export function spotsOf(record: TableRecord, kind: ColumnKind): readonly Spot[] {
  const cells = record.rows.map((row) => shownCell(row, kind, record.columns));
  return spotsAmong(cells, record.sheet);
}

export function spotsInColumn(record: TableRecord, column: number): readonly Spot[] {
  const cells = record.rows.map((row) => row.cells.get(column) ?? null);
  return spotsAmong(
    cells.map((cell) => (cell?.text === '' ? null : cell)),
    record.sheet,
  );
}

function spotsAmong(cells: readonly (SheetCell | null)[], sheet: string): readonly Spot[] {
  return cells.flatMap((cell, line) => {
    if (cell === null || cells.findIndex((each) => isSame(each, cell)) < line) return [];
    const { text, date, origin } = cell;
    const lines = cells.filter((each) => isSame(each, cell)).length;
    return [{ text, date, line, lines, at: placeOf(sheet, origin.row, origin.column) }];
  });
}

function isSame(a: SheetCell | null, b: SheetCell): boolean {
  return a !== null && a.origin.row === b.origin.row && a.origin.column === b.origin.column;
}

/** Where a question about a field points when its cell is empty: the field's column in the problem's first row. */
export function placeIn(record: TableRecord, kind: ColumnKind): string {
  const column = record.columns.of.get(kind) ?? record.columns.of.get('problem') ?? 1;
  return placeOf(record.sheet, record.rows[0]?.row ?? 1, column);
}
