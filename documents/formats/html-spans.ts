// Where the cells of a web table stand: each in the first free column, and in all that it spans.
import type { Cell } from '../contents';
import { refuseTooManyCells, widest } from './table-size';
import type { Element } from './xml';

export type Taken = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

/**
 * @param rows the cells of each row, as they are written
 * @returns by row and by column, from 1; nothing reaches below the last row
 * @throws ImportError when they span more than any list does
 */
export function spread(
  rows: readonly (readonly Element[])[],
  textOf: (cell: Element) => string,
): Taken {
  const taken = rows.map(() => new Map<number, Cell>());
  let count = 0;
  rows.forEach((cells, row) => {
    let column = 1;
    for (const cell of cells) {
      while (taken[row]?.has(column)) column += 1;
      const width = Math.min(spanOf(cell, 'colspan'), widest - column + 1);
      const under = taken.slice(row, row + heightOf(cell, rows.length));
      if (width > 0) refuseTooManyCells((count += width * under.length));
      fill(under, { row: row + 1, column, width }, textOf(cell));
    }
  });
  return new Map(taken.map((cells, row) => [row + 1, cells]));
}

interface Area {
  readonly row: number;
  readonly column: number;
  readonly width: number;
}

function fill(
  under: readonly Map<number, Cell>[],
  { row, column: first, width }: Area,
  text: string,
): void {
  const mergedFrom = width > 1 || under.length > 1 ? { row, column: first } : null;
  for (const cells of under)
    for (let column = first; column < first + width; column += 1)
      cells.set(column, { column, text, date: null, mergedFrom });
}

function spanOf({ attributes }: Element, name: string): number {
  return Math.max(1, Math.floor(Number(attributes[name] ?? 1)) || 1);
}

/** A `rowspan` of 0 goes on to the end. */
function heightOf(cell: Element, rows: number): number {
  return cell.attributes['rowspan']?.trim() === '0' ? rows : spanOf(cell, 'rowspan');
}
