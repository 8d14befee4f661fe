/** Where a table's headings stand in a sheet: one row, or several where a heading is divided. */
import { headingOf, headingWords, type ColumnKind, type HeadingFound } from './heading-words';
import { breadth, filled, type Sheet, type SheetCell, type SheetRow } from './sheet';

export interface Heading {
  readonly column: number;
  readonly row: number;
  /** As printed, without line breaks; what stands over it before it, where it says more. */
  readonly words: string;
  readonly found: HeadingFound | null;
}

export interface Header {
  /** Of the sheet's rows: the first of the header and the first after it. */
  readonly start: number;
  readonly end: number;
  readonly headings: readonly Heading[];
}

/** The first header at or after row `from` of the sheet's rows; null where there is none. */
export function findHeader({ rows }: Sheet, from = 0): Header | null {
  for (let start = from; start < rows.length; start += 1) {
    const header = headerAt(rows, start);
    if (header !== null) return header;
  }
  return null;
}

/** The header that begins with this row; null where it is none. */
export function headerAt(rows: readonly SheetRow[], start: number): Header | null {
  const first = rows[start];
  if (first === undefined || !readsAsHeader(first)) return null;
  let end = start + 1;
  while (divides(rows[end], rows[end - 1])) end += 1;
  return { start, end, headings: headingsOf(rows.slice(start, end), rows[start - 1]) };
}

/** Short cells, most of them headings we know, and among them one that a list of problems must have. */
function readsAsHeader(row: SheetRow): boolean {
  const cells = filled(row);
  const kinds = cells.flatMap(({ text }) => headingOf(text)?.kind ?? []);
  const known = new Set(kinds);
  const core = known.has('problem') || known.has('finding');
  return core && known.size >= 2 && kinds.length * 2 >= cells.length;
}

const core: readonly ColumnKind[] = ['problem', 'finding'];

/** Whether the row divides headings of the one above: all it adds are headings, under wider or missing ones. */
function divides(row: SheetRow | undefined, above: SheetRow | undefined): boolean {
  if (row === undefined || above === undefined) return false;
  const added = filled(row).filter(({ fromAbove }) => !fromAbove);
  if (added.length === 0) return filled(row).length > 0 && isSameHeading(row, above);
  return added.every((cell) => refines(cell, above)) && !repeats(added, above);
}

/** Merged downwards as a whole: a header two rows high. */
function isSameHeading(row: SheetRow, above: SheetRow): boolean {
  return filled(row).every(({ column, text }) => above.cells.get(column)?.text === text);
}

function refines(cell: SheetCell, above: SheetRow): boolean {
  const parent = parentOf(cell.column, above);
  const known = headingUnder(parent?.text ?? '', cell.text);
  if (known === null) return false;
  if (parent === null) return true;
  return breadth(above, parent) > 1 || !core.includes(known.kind);
}

function repeats(added: readonly SheetCell[], above: SheetRow): boolean {
  return added.every(({ column, text }) => above.cells.get(column)?.text === text);
}

/** The cell over a column; where merges are lost (CSV), the nearest to the left. */
function parentOf(column: number, above: SheetRow): SheetCell | null {
  for (let at = column; at > 0; at -= 1) {
    const cell = above.cells.get(at);
    if (cell !== undefined && cell.text !== '') return cell;
  }
  return null;
}

function headingsOf(rows: readonly SheetRow[], over: SheetRow | undefined): readonly Heading[] {
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].sort(
    (a, b) => a - b,
  );
  return columns.flatMap((column) => headingIn(column, rows, over) ?? []);
}

function headingIn(
  column: number,
  rows: readonly SheetRow[],
  over: SheetRow | undefined,
): Heading | null {
  const index = rows.findLastIndex(({ cells }) => (cells.get(column)?.text ?? '') !== '');
  const row = rows[index];
  const cell = row?.cells.get(column);
  if (row === undefined || cell === undefined || cell.origin.column !== column) return null;
  const above = rows[index - 1] ?? over;
  const parent = above === undefined ? null : parentOf(column, above);
  const parentWords = parent === null || parent.text === cell.text ? '' : parent.text;
  const found = headingUnder(parentWords, cell.text);
  return { column, row: cell.origin.row, words: headingWords(cell.text), found };
}

/** 领导 under 责任分工 is 责任领导: alone first, then with what stands over it. */
function headingUnder(parent: string, words: string): HeadingFound | null {
  const own = headingOf(words);
  if (own !== null || parent === '') return own;
  const over = headingWords(parent).replace(/(?:分工|情况|安排|落实|信息)$/, '');
  return headingOf(over + headingWords(words)) ?? headingOf(`责任${headingWords(words)}`);
}
