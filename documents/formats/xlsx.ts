// Workbooks into grids: what people see in each cell, nothing computed and nothing run.
import type * as xlsx from '@e965/xlsx';
import type { Cell, Contents, Grid, GridRow } from '../contents';
import { cellName } from '../contents';
import { ImportError } from '../import-error';
import { warningAt, type ImportWarning } from '../import-warning';
import { dayOfSerial } from './excel-day';
import { mergesIn, type Merges } from './merges';
import { damaged, encrypted } from './open-zip';
import type { Read } from './read';
import { longest, tooLong, widest } from './table-size';
import { workbooks } from './workbooks';

/**
 * Every visible sheet that holds something, in order; hidden ones are named in a warning.
 *
 * @param bytes a workbook, .xlsx or .xls
 * @throws ImportError when it is damaged, encrypted, empty, or has more rows than a list of problems
 */
export function contentsOfWorkbook(bytes: Uint8Array): Read<Contents> {
  const book = read(bytes);
  const hidden = book.SheetNames.filter((_name, index) => isHidden(book, index));
  const visible = book.SheetNames.filter((name) => !hidden.includes(name));
  const grids = visible.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet === undefined ? [] : [gridOf(name, sheet, book)];
  });
  const filled = grids.filter(({ value }) => value.rows.length > 0);
  if (filled.length === 0) throw empty();
  return {
    value: { blocks: filled.map(({ value }) => value) },
    warnings: [...hiddenWarnings(hidden), ...filled.flatMap(({ warnings }) => warnings)],
  };
}

function read(bytes: Uint8Array): xlsx.WorkBook {
  try {
    // One row more than is taken: so a sheet that is longer is known by it.
    const options = { dense: true, cellNF: true, sheetRows: longest + 1 } as const;
    return workbooks().read(bytes, { type: 'array', ...options });
  } catch (error) {
    throw /password|encrypt/i.test(String(error)) ? encrypted() : damaged();
  }
}

function isHidden(book: xlsx.WorkBook, index: number): boolean {
  return (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
}

function gridOf(name: string, sheet: xlsx.WorkSheet, book: xlsx.WorkBook): Read<Grid> {
  const data = dataOf(sheet);
  const rows = data.flatMap((cells, index) => (isBlank(cells) ? [] : [index + 1]));
  const last = rows.at(-1) ?? 0;
  const columns = Math.max(0, ...data.map((cells) => lastFilled(cells)));
  if (last > longest || columns > widest) throw tooLong(`工作表“${name}”`);
  const merges = mergesIn(sheet['!merges'] ?? [], { rows: last, columns });
  const day = dayOfSerial(book.Workbook?.WBProps?.date1904 === true);
  const numbers = [...new Set([...rows, ...merges.rows])].sort((one, other) => one - other);
  const grid = numbers.map((row) => rowOf(row, data, merges, day));
  return { value: { kind: 'grid', name, rows: grid }, warnings: errorsIn(name, data) };
}

type Data = readonly (readonly (xlsx.CellObject | undefined)[] | undefined)[];

function dataOf(sheet: xlsx.WorkSheet): Data {
  return (sheet as unknown as { readonly '!data'?: Data })['!data'] ?? [];
}

function rowOf(
  row: number,
  data: Data,
  merges: Merges,
  day: ReturnType<typeof dayOfSerial>,
): GridRow {
  const own = data[row - 1] ?? [];
  const columns = new Set([
    ...own.flatMap((cell, index) => (textOf(cell) === '' ? [] : [index + 1])),
    ...merges.columnsIn(row),
  ]);
  const cells = [...columns]
    .sort((one, other) => one - other)
    .map((column): Cell => {
      const mergedFrom = merges.from(row, column);
      const place = mergedFrom ?? { row, column };
      const cell = data[place.row - 1]?.[place.column - 1];
      return { column, text: textOf(cell), date: day(cell), mergedFrom };
    });
  return { row, cells: cells.filter(({ text }) => text !== '') };
}

/** As it is displayed; line breaks as such. */
function textOf(cell: xlsx.CellObject | undefined): string {
  if (cell === undefined) return '';
  const shown = cell.t === 's' ? cell.v : (cell.w ?? cell.v);
  return String(shown ?? '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

function isBlank(cells: Data[number]): boolean {
  return lastFilled(cells) === 0;
}

function lastFilled(cells: Data[number]): number {
  return (cells ?? []).findLastIndex((cell) => textOf(cell) !== '') + 1;
}

function errorsIn(name: string, data: Data): readonly ImportWarning[] {
  return data.flatMap((cells, row) =>
    (cells ?? []).flatMap((cell, column) =>
      cell?.t === 'e' ? [cellError(`${name}!${cellName(row + 1, column + 1)}`, textOf(cell))] : [],
    ),
  );
}

function cellError(at: string, text: string): ImportWarning {
  return warningAt(null, 'cell-error', `${at} 的公式出错（${text}），请在表中改正后重新导入`);
}

function hiddenWarnings(hidden: readonly string[]): readonly ImportWarning[] {
  if (hidden.length === 0) return [];
  const names = hidden.map((name) => `“${name}”`).join('、');
  const why = `隐藏的工作表${names}未读取；如有问题在其中，请取消隐藏后重新导入`;
  return [warningAt(null, 'sheets-hidden', why)];
}

function empty(): ImportError {
  return new ImportError('file-empty', '工作簿中没有内容。请检查是否选错了文件，或工作表被隐藏。');
}
