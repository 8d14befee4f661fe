/** Rows put together: which rows speak of one problem, and what heads them. */
import type { Columns } from './columns';
import { isBlank } from './deadline';
import type { ColumnKind } from './heading-words';
import { itemsIn } from './numbered-lines';
import type { SheetCell, SheetRow } from './sheet';

/** The rows of one problem, with the headings over it. */
export interface RowGroup {
  readonly rows: readonly SheetRow[];
  readonly section: string | null;
  readonly group: string | null;
}

/** One problem as it stands in the sheet. */
export interface TableRecord extends RowGroup {
  readonly columns: Columns;
  readonly sheet: string;
  /** 问题: the title is that of its column; 具体表现: each of its findings is a problem of its own. */
  readonly titleFrom: 'problem' | 'finding';
  /** The sheet's name, where it is that of a department. */
  readonly sheetDepartment: string | null;
}

/** A cell that holds something of its own in this row: it does not go on from above. */
export function ownCell(row: SheetRow, kind: ColumnKind, columns: Columns): SheetCell | null {
  const column = columns.of.get(kind);
  const cell = column === undefined ? undefined : row.cells.get(column);
  return cell === undefined || cell.fromAbove || isBlank(cell.text) ? null : cell;
}

/** What a row shows in a column, its own or from above. */
export function shownCell(row: SheetRow, kind: ColumnKind, columns: Columns): SheetCell | null {
  const column = columns.of.get(kind);
  const cell = column === undefined ? undefined : row.cells.get(column);
  return cell === undefined || isBlank(cell.text) ? null : cell;
}

/** Whether a row begins another problem than the one that `first` began. */
export function beginsProblem(
  row: SheetRow,
  first: SheetRow | undefined,
  columns: Columns,
): boolean {
  if (first === undefined) return true;
  const problem = ownCell(row, 'problem', columns);
  if (problem !== null) return !repeatsProblem(problem, first, columns);
  const number = ownCell(row, 'number', columns);
  return number !== null && shownCell(row, 'problem', columns) === null;
}

/** The problem's words repeated in each row of its findings. */
function repeatsProblem(problem: SheetCell, first: SheetRow, columns: Columns): boolean {
  return columns.of.has('finding') && shownCell(first, 'problem', columns)?.text === problem.text;
}

const ownFields: readonly ColumnKind[] = [
  'measures',
  'deadline',
  'department',
  'leader',
  'handlers',
  'kind',
];

/** The records of a table, decided for the table as a whole: findings are problems, or parts of them. */
export function recordsOf(
  groups: readonly RowGroup[],
  columns: Columns,
  sheet: string,
): { readonly records: readonly TableRecord[]; readonly split: readonly RowGroup[] } {
  const split = columns.of.has('finding')
    ? groups.filter((each) => findingsAreProblems(each, columns))
    : [];
  const records = groups.flatMap((each): readonly TableRecord[] => {
    const findings = findingRows(each, columns);
    const single = findings.length === 1 && split.length > 0;
    if (!split.includes(each) && !single)
      return [{ ...each, columns, sheet, titleFrom: 'problem', sheetDepartment: null }];
    return findings.map((rows) => ({
      ...each,
      rows,
      columns,
      sheet,
      titleFrom: 'finding',
      sheetDepartment: null,
    }));
  });
  return { records, split };
}

/** Each of several findings has a number of its own, or measures, a date, people. */
function findingsAreProblems(group: RowGroup, columns: Columns): boolean {
  const findings = findingRows(group, columns);
  if (findings.length < 2) return false;
  const later = findings.slice(1).flatMap(([first]) => first ?? []);
  if (isOneList(findings, columns)) return false;
  return later.every(
    (row) =>
      ownCell(row, 'number', columns) !== null ||
      ownFields.some((kind) => ownCell(row, kind, columns) !== null),
  );
}

/** ①…②… over ③…: one list of what is wrong with one problem, broken over rows. */
function isOneList(findings: readonly (readonly SheetRow[])[], columns: Columns): boolean {
  const lists = findings.map(
    ([row]) =>
      itemsIn((row === undefined ? null : ownCell(row, 'finding', columns))?.text ?? '').items,
  );
  const ordinals = lists.flat().map(({ ordinal }) => Number(ordinal ?? 0));
  return (lists[0] ?? []).length > 1 && ordinals.every((ordinal, index) => ordinal === index + 1);
}

function findingRows({ rows }: RowGroup, columns: Columns): readonly (readonly SheetRow[])[] {
  const findings: SheetRow[][] = [];
  for (const row of rows) {
    const last = findings.at(-1);
    if (last === undefined || ownCell(row, 'finding', columns) !== null) findings.push([row]);
    else last.push(row);
  }
  return findings;
}
