/** One sheet from top to bottom: what stands around its tables, and the problems in them. */
import { columnsOf, type Columns } from './columns';
import { sayingOf, type Saying } from './facts';
import { findHeader, type Header } from './header';
import { beginsProblem, recordsOf, type RowGroup, type TableRecord } from './records';
import { readRow } from './rows';
import { placeOf, type Sheet, type SheetRow } from './sheet';

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
}

/** `before`: the columns of a table that may go on here without a header, and what headed it last. */
export interface Carried {
  readonly header: Header | null;
  readonly section: string | null;
  readonly group: string | null;
}

export function readSheet(sheet: Sheet, carried: Carried): SheetReading {
  const header = findHeader(sheet) ?? carried.header;
  if (header === null)
    return { sheet, parts: [], sayings: sheet.rows.map((row) => saying(row, sheet)) };
  const ownHeader = findHeader(sheet) !== null;
  const above = ownHeader ? sheet.rows.slice(0, header.start) : [];
  const walk = walkRows(sheet, header, ownHeader ? header.end : 0, carried);
  return {
    sheet,
    parts: walk.parts,
    sayings: [...above.map((row) => saying(row, sheet)), ...walk.sayings],
  };
}

function saying(row: SheetRow, sheet: Sheet): Saying {
  return { text: sayingOf(row), at: placeOf(sheet.name, row.row, 1) };
}

interface Walk {
  readonly parts: readonly TablePart[];
  readonly sayings: readonly Saying[];
}

function walkRows(sheet: Sheet, first: Header, start: number, carried: Carried): Walk {
  const parts: TablePart[] = [];
  const sayings: Saying[] = [];
  let header = first;
  let columns = columnsOf(header, sheet.name);
  let groups: { rows: SheetRow[]; section: string | null; group: string | null }[] = [];
  let { section, group } = carried;
  const close = () => {
    parts.push(partOf(header, columns, groups, sheet.name));
    groups = [];
  };
  for (let index = start; index < sheet.rows.length; index += 1) {
    const row = sheet.rows[index];
    const read = readRow(sheet.rows, index, columns);
    if (row === undefined) continue;
    switch (read.kind) {
      case 'header':
        index = read.header.end - 1;
        if (isSameHeader(read.header, header)) break;
        close();
        header = read.header;
        columns = columnsOf(header, sheet.name);
        break;
      case 'section':
        section = read.words;
        group = null;
        break;
      case 'group':
        group = read.words;
        break;
      case 'foot':
        sayings.push(saying(row, sheet));
        break;
      case 'data':
        if (beginsProblem(row, groups.at(-1)?.rows[0], columns))
          groups.push({ rows: [row], section, group });
        else groups.at(-1)?.rows.push(row);
        break;
      case 'example':
      case 'nothing':
        break;
    }
  }
  close();
  return { parts, sayings };
}

function isSameHeader(a: Header, b: Header): boolean {
  const words = ({ headings }: Header) =>
    headings.map(({ column, words: text }) => `${column}${text}`).join('|');
  return words(a) === words(b);
}

function partOf(
  header: Header,
  columns: Columns,
  groups: readonly RowGroup[],
  sheet: string,
): TablePart {
  const { records, split } = recordsOf(groups, columns, sheet);
  return { header, columns, records, split };
}
