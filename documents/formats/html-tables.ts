// Tables of a web page: cells in their columns, with what spans several.
import type { Cell, Grid, GridRow } from '../contents';
import { elementsIn, isElement, type Element } from './xml';

/** A table that only places things on the page: one cell a row, or tables and whole articles in its cells. */
export function isLayout(table: Element): boolean {
  const rows = rowsOf(table);
  const isPlain = rows.every((row) => cellsOf(row).length <= 1);
  return isPlain || rows.some((row) => cellsOf(row).some((cell) => holdsTable(cell)));
}

function holdsTable(element: Element): boolean {
  return elementsIn(element).some((child) => child.name === 'table' || holdsTable(child));
}

export function gridOfHtml(table: Element, name: string): Grid {
  const taken = new Map<string, Cell>();
  const rows = rowsOf(table).map((row, index): GridRow => {
    for (const cell of cellsOf(row)) place(cell, index + 1, taken);
    return { row: index + 1, cells: [] };
  });
  const filled = rows.map(({ row }) => ({ row, cells: inRow(row, taken) }));
  return { kind: 'grid', name, rows: filled.filter(({ cells }) => cells.length > 0) };
}

const most = 200;

/** Into the first free column, and into all that it spans. */
function place(cell: Element, row: number, taken: Map<string, Cell>): void {
  let column = 1;
  while (taken.has(`${row}/${column}`)) column += 1;
  const [columns, rows] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
  const mergedFrom = columns > 1 || rows > 1 ? { row, column } : null;
  const text = linesIn(cell);
  for (let down = 0; down < rows; down += 1)
    for (let across = 0; across < columns; across += 1)
      taken.set(`${row + down}/${column + across}`, {
        ...{ column: column + across, text, date: null, mergedFrom },
      });
}

function spanOf({ attributes }: Element, name: string): number {
  return Math.min(most, Math.max(1, Number(attributes[name] ?? 1) || 1));
}

function inRow(row: number, taken: ReadonlyMap<string, Cell>): readonly Cell[] {
  return [...taken]
    .filter(([key]) => key.startsWith(`${row}/`))
    .map(([, cell]) => cell)
    .filter(({ text }) => text !== '')
    .sort((one, other) => one.column - other.column);
}

function rowsOf(table: Element): readonly Element[] {
  return elementsIn(table).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): readonly Element[] {
  return elementsIn(row).filter(({ name }) => name === 'td' || name === 'th');
}

function linesIn(cell: Element): string {
  return wordsIn(cell)
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0\u3000]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function wordsIn(element: Element): string {
  const parts = element.children.map((child) => {
    if (!isElement(child)) return child.replace(/\s+/g, ' ');
    if (child.name === 'br') return '\n';
    const words = wordsIn(child);
    return ['p', 'div', 'li'].includes(child.name) ? `\n${words}\n` : words;
  });
  return parts.join('');
}
