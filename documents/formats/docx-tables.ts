// Tables of a Word file: cells in their columns, merged ones showing the first.
import type { Cell, Grid, GridRow } from '../contents';
import type { Numbers } from './docx-numbering';
import { flattened, linesOf } from './docx-text';
import { refuseTooManyCells, widest } from './table-size';
import { childAt, valueAt, type Element } from './xml';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** What goes on downwards: by column, whose cell it is and what it says. */
type Open = Map<number, { readonly from: Place; readonly text: string }>;

export function gridOf(table: Element, name: string, numbers: Numbers): Grid {
  const open: Open = new Map();
  let count = 0;
  const rows = flattened(table)
    .filter((element) => element.name === 'w:tr' && !isDeleted(element))
    .map((row, index): GridRow => {
      const cells = cellsOf(row, index + 1, open, numbers);
      refuseTooManyCells((count += cells.length));
      return { row: index + 1, cells };
    });
  return { kind: 'grid', name, rows: rows.filter(({ cells }) => cells.length > 0) };
}

/** Struck out by a change that is still tracked. */
function isDeleted(row: Element): boolean {
  return childAt(row, 'w:trPr', 'w:del') !== undefined;
}

function cellsOf(row: Element, at: number, open: Open, numbers: Numbers): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 1 + Math.max(0, Math.floor(Number(valueAt(row, 'w:trPr', 'w:gridBefore'))) || 0);
  for (const cell of flattened(row).filter(({ name }) => name === 'w:tc')) {
    const columns = Math.min(widest - column + 1, spanOf(cell));
    if (columns < 1) break;
    cells.push(...spread(cell, { row: at, column }, columns, open, numbers));
    column += columns;
  }
  return cells.filter(({ text }) => text !== '');
}

function spanOf(cell: Element): number {
  return Math.max(1, Math.floor(Number(valueAt(cell, 'w:tcPr', 'w:gridSpan'))) || 1);
}

function spread(
  cell: Element,
  place: Place,
  columns: number,
  open: Open,
  numbers: Numbers,
): readonly Cell[] {
  const merging = childAt(cell, 'w:tcPr', 'w:vMerge');
  const above = open.get(place.column);
  const goesOn = merging !== undefined && merging.attributes['w:val'] !== 'restart';
  const { from, text } =
    goesOn && above !== undefined ? above : { from: place, text: textOf(cell, numbers) };
  if (merging === undefined) open.delete(place.column);
  else open.set(place.column, { from, text });
  const mergedFrom = merging !== undefined || columns > 1 ? from : null;
  return Array.from({ length: columns }, (_each, index) => ({
    ...{ column: place.column + index, text, date: null, mergedFrom },
  }));
}

/** A line a paragraph; a table inside gives a line a cell. */
function textOf(cell: Element, numbers: Numbers): string {
  const lines = flattened(cell).flatMap((element): readonly string[] => {
    if (element.name === 'w:p') return linesOf(element, numbers);
    if (element.name !== 'w:tbl') return [];
    return flattened(element).flatMap((row) =>
      flattened(row).map((inner) => textOf(inner, numbers)),
    );
  });
  return lines.filter((line) => line !== '').join('\n');
}
