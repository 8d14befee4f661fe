// Tables of a web page: cells in their columns, with what spans several.
import type { Cell, Grid } from '../contents';
import { spread } from './html-spans';
import { elementsIn, isElement, type Element } from './xml';

/** A table that only places things on the page: one cell a row, or tables and whole articles in its cells. */
export function isLayout(table: Element): boolean {
  const rows = rowsOf(table);
  const isPlain = rows.every((row) => cellsOf(row).length <= 1);
  return isPlain || rows.some((row) => cellsOf(row).some(holdsTable)) || holdsArticle(rows);
}

/** A page of few rows with nearly all its words in one cell, and those in paragraphs. */
function holdsArticle(rows: readonly Element[]): boolean {
  if (rows.length > 4) return false;
  const cells = rows.flatMap(cellsOf).map(linesIn);
  const longest = cells.reduce((most, cell) => (cell.length > most.length ? cell : most), '');
  const whole = cells.reduce((sum, cell) => sum + cell.length, 0);
  return longest.length >= 1000 && longest.length > 0.8 * whole && longest.includes('\n');
}

function holdsTable(element: Element): boolean {
  return elementsIn(element).some((child) => child.name === 'table' || holdsTable(child));
}

/** @throws ImportError when it claims more cells than any list has */
export function gridOfHtml(table: Element, name: string): Grid {
  const taken = spread(rowsOf(table).map(cellsOf), linesIn);
  const rows = [...taken].map(([row, cells]) => ({ row, cells: shown(cells) }));
  return { kind: 'grid', name, rows: rows.filter(({ cells }) => cells.length > 0) };
}

function shown(cells: ReadonlyMap<number, Cell>): readonly Cell[] {
  return [...cells.values()]
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
