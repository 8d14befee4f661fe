/** One sheet from top to bottom: what stands around its tables, and the problems in them. */
import { columnsOf, type Columns } from './columns';
import { byValues } from './column-values';
import type { Doubt } from './doubt';
import { sayingOf, type Saying } from './facts';
import { findHeader, type Header } from './header';
import { recordsOf, type RowGroup, type TableRecord } from './records';
import { gather, type Gathered, type Over } from './row-groups';
import { placeOf, type Sheet } from './sheet';
import { spansOf, type Span } from './spans';

/** One header and the rows under it. */
export interface TablePart {
  readonly columns: Columns;
  readonly header: Header;
  readonly records: readonly TableRecord[];
  /** The merged problems whose findings were taken for problems of their own. */
  readonly split: readonly RowGroup[];
}

export interface SheetReading {
  readonly sheet: Sheet;
  readonly parts: readonly TablePart[];
  /** Titles, labels, sums, signatures. */
  readonly sayings: readonly Saying[];
  readonly doubts: readonly Doubt[];
}

/** What stands before: the header of a table that may go on here without one, and what headed its last rows. */
export interface Carried extends Over {
  readonly header: Header | null;
}

export function readSheet(sheet: Sheet, carried: Carried): SheetReading {
  const own = findHeader(sheet);
  const header = own ?? carried.header;
  const rows = own === null ? [] : sheet.rows.slice(0, own.start);
  const above = (header === null ? sheet.rows : rows).map((row) => ({
    text: sayingOf(row),
    at: placeOf(sheet.name, row.row, 1),
  }));
  if (header === null) return { sheet, parts: [], sayings: above, doubts: [] };
  const spans = spansOf(sheet, header, own?.end ?? 0);
  const { parts, gathered } = readSpans(spans, sheet.name, carried);
  return {
    sheet,
    parts,
    sayings: [...above, ...gathered.flatMap(({ sayings }) => sayings)],
    doubts: [...gathered.flatMap(({ doubts }) => doubts), ...(own === null ? [goesOn(sheet)] : [])],
  };
}

function readSpans(
  spans: readonly Span[],
  sheet: string,
  carried: Over,
): { readonly parts: readonly TablePart[]; readonly gathered: readonly Gathered[] } {
  const parts: TablePart[] = [];
  const gathered: Gathered[] = [];
  for (const { header, rows } of spans) {
    const columns = byValues(columnsOf(header, sheet), rows);
    const found = gather(rows, columns, sheet, gathered.at(-1)?.over ?? carried);
    gathered.push(found);
    parts.push({ header, columns, ...recordsOf(found.groups, columns, sheet) });
  }
  return { parts, gathered };
}

function goesOn({ name, rows }: Sheet): Doubt {
  const why = '这张表没有表头，按上一张表的栏目接着读入';
  return { field: 'problems', at: placeOf(name, rows[0]?.row ?? 1, 1), why };
}
