/** The rows of a table gathered under their headings: each group one problem, or one merged problem with its findings. */
import type { Columns } from './columns';
import type { Doubt } from './doubt';
import { sayingOf, type Saying } from './facts';
import { beginsProblem, shownCell, type RowGroup } from './records';
import { readRow } from './rows';
import { placeOf, type SheetRow } from './sheet';

export interface Gathered {
  readonly groups: readonly RowGroup[];
  /** Sums, signatures, notes. */
  readonly sayings: readonly Saying[];
  readonly doubts: readonly Doubt[];
  /** What headed the last rows, for a table that goes on. */
  readonly over: Over;
}

export interface Over {
  readonly section: string | null;
  readonly group: string | null;
}

export function gather(
  rows: readonly SheetRow[],
  columns: Columns,
  sheet: string,
  first: Over,
): Gathered {
  const groups: { rows: SheetRow[]; section: string | null; group: string | null }[] = [];
  const sayings: Saying[] = [];
  const blanks: SheetRow[] = [];
  let over = first;
  let column: Over = none;
  rows.forEach((row) => {
    const read = readRow(row, columns);
    if (read.kind === 'foot')
      sayings.push({ text: sayingOf(row), at: placeOf(sheet, row.row, read.cell.column) });
    if (read.kind === 'section') over = { section: read.words, group: null };
    if (read.kind === 'group') over = { ...over, group: read.words };
    if (read.kind === 'section' || read.kind === 'group') column = none;
    if (read.kind !== 'data') return;
    if (!beginsProblem(row, groups.at(-1)?.rows[0], columns)) {
      groups.at(-1)?.rows.push(row);
      return;
    }
    const own = inColumns(row, columns);
    if (own.section === null && column.section !== null) blanks.push(row);
    column =
      own.section === null ? { section: column.section, group: own.group ?? column.group } : own;
    groups.push({
      rows: [row],
      section: column.section ?? over.section,
      group: column.group ?? over.group,
    });
  });
  return { groups, sayings, doubts: blankDoubts(blanks, columns, sheet), over };
}

const none: Over = { section: null, group: null };

function inColumns(row: SheetRow, columns: Columns): Over {
  const text = (kind: 'section' | 'group') =>
    shownCell(row, kind, columns)?.text.replace(/\n/g, '') ?? null;
  return { section: text('section'), group: text('group') };
}

/** Where merging is lost, an empty cell means the one above. */
function blankDoubts(
  [first, ...others]: readonly SheetRow[],
  columns: Columns,
  sheet: string,
): readonly Doubt[] {
  const column = columns.of.get('section');
  if (first === undefined || column === undefined) return [];
  const why = `“${columns.words.get(column) ?? ''}”一栏有${others.length + 1}处空白，按与上一行相同读入`;
  return [{ field: 'section', at: placeOf(sheet, first.row, column), why }];
}
