// 整改情况汇总 as an Excel workbook: all counts on one sheet, what is late and what is due soon on two more.
import type { Workbook, Worksheet } from 'exceljs';
import { cleaned } from '../clean';
import { madeFrom } from '../made-from';
import type { RectificationRecord } from '../record';
import * as looks from '../sheet/looks';
import { heightOf, linesIn } from '../sheet/text-size';
import { workbookFile } from '../sheet/workbook-file';
import { countTables, listTables, type SummaryTable, type Value } from './tables';

/**
 * The summary as an Excel workbook (.xlsx); the same record gives the same bytes.
 * @example
 * writeFileSync('整改情况汇总.xlsx', await summaryWorkbook(record));
 */
export async function summaryWorkbook(record: RectificationRecord): Promise<Uint8Array> {
  const clean = cleaned(record);
  const title = `${clean.unit}${clean.inspectionWord}整改情况汇总`;
  const note = madeFrom(clean);
  return workbookFile(title, clean, (workbook) => {
    addSheet(
      workbook,
      { name: '汇总', title, note, widths: countWidths, orientation: 'portrait' },
      countTables(clean),
    );
    for (const table of listTables(clean)) {
      const { name } = table;
      addSheet(
        workbook,
        { name, title: name, note, widths: listWidths, orientation: 'landscape' },
        [table],
      );
    }
  });
}

const countWidths = [28, 9, 10, 13, 11, 10, 9, 10];
const listWidths = [7, 62, 16, 12, 18, 11, 12];

interface Page {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly widths: readonly number[];
  readonly orientation: 'portrait' | 'landscape';
}

function addSheet(workbook: Workbook, page: Page, tables: readonly SummaryTable[]): void {
  const sheet = workbook.addWorksheet(page.name, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: looks.printed('a4', page.orientation, '1:2'),
    headerFooter: { oddFooter: looks.footOf(page.note) },
  });
  sheet.columns = page.widths.map((width) => ({ width }));
  addLine(sheet, page.title, looks.titleFont, 36, page.widths.length);
  addLine(sheet, page.note, looks.noteFont, 18, page.widths.length);
  tables.forEach((table, index) => {
    if (index > 0) sheet.addRow([]);
    addTable(sheet, table, page.widths);
  });
}

function addLine(
  sheet: Worksheet,
  text: string,
  font: typeof looks.titleFont,
  height: number,
  columns: number,
): void {
  const row = sheet.addRow([text]);
  sheet.mergeCells(row.number, 1, row.number, columns);
  row.getCell(1).style = { font, alignment: looks.centred };
  row.height = height;
}

function addTable(sheet: Worksheet, table: SummaryTable, widths: readonly number[]): void {
  const { head, rows, totalled } = table;
  addRow(sheet, head, widths, true);
  rows.forEach((row, index) => addRow(sheet, row, widths, totalled && index === rows.length - 1));
  if (rows.length === 0) addRow(sheet, ['无', ...head.slice(1).map(() => '')], widths, false);
}

function addRow(
  sheet: Worksheet,
  values: readonly Value[],
  widths: readonly number[],
  strong: boolean,
): void {
  const row = sheet.addRow([...values]);
  row.height = Math.max(
    20,
    heightOf(Math.max(...values.map((value, at) => linesIn(String(value), widths[at] ?? 10)))),
  );
  values.forEach((value, at) => {
    const fill = strong ? looks.headFill : looks.lampFillOf(String(value));
    const long = typeof value === 'string' && value.length > 20;
    row.getCell(at + 1).style = {
      font: strong ? looks.headFont : looks.bodyFont,
      alignment: long ? looks.words : looks.centred,
      border: looks.ruled,
      ...(fill === null ? {} : { fill }),
    };
  });
}
