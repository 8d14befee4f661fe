// 整改台账 as an Excel workbook: every problem a row, sums on the second sheet, texts too long for a row on the third.
import type { Worksheet } from 'exceljs';
import { cleaned } from '../clean';
import { madeFrom } from '../made-from';
import type { ProblemRecord, RectificationRecord } from '../record';
import * as looks from '../sheet/looks';
import { heightOf, linesIn } from '../sheet/text-size';
import { workbookFile } from '../sheet/workbook-file';
import { columnLetter, columns, type Column } from './columns';
import { fitted, type Continued } from './continued';
import { addContinued } from './continued-sheet';
import { firstRow, headRow, ledgerSheet } from './places';
import { addSums } from './sums-sheet';

/**
 * The ledger as an Excel workbook (.xlsx); the same record gives the same bytes.
 * @example
 * writeFileSync('整改台账.xlsx', await ledgerWorkbook(record));
 */
export async function ledgerWorkbook(record: RectificationRecord): Promise<Uint8Array> {
  const clean = cleaned(record);
  const title = `${clean.unit}${clean.inspectionWord}反馈问题整改台账`;
  return workbookFile(title, clean, (workbook) => {
    const sheet = workbook.addWorksheet(ledgerSheet, {
      views: [{ state: 'frozen', xSplit: 4, ySplit: headRow }],
      pageSetup: looks.printed('a3', 'landscape', `1:${headRow}`),
      headerFooter: { oddFooter: looks.footOf(madeFrom(clean)) },
    });
    addHead(sheet, title, madeFrom(clean), clean.problems.length);
    const continued = clean.problems.flatMap((problem, index) => addRow(sheet, problem, index));
    addSums(workbook, clean);
    if (continued.length > 0) addContinued(workbook, continued);
  });
}

function addHead(sheet: Worksheet, title: string, note: string, problems: number): void {
  sheet.columns = columns.map(({ width }) => ({ width }));
  const lastColumn = columnLetter('备注');
  spanning(sheet, 1, title, { ...looks.titleFont, size: 24 }, lastColumn, 44);
  spanning(sheet, 2, note, looks.noteFont, lastColumn, 18);
  columns.forEach(({ name }, index) => {
    const cell = sheet.getCell(headRow, index + 1);
    cell.value = name;
    cell.style = {
      font: looks.headFont,
      fill: looks.headFill,
      alignment: looks.centred,
      border: looks.ruled,
    };
  });
  sheet.getRow(headRow).height = 24;
  sheet.autoFilter = `A${headRow}:${lastColumn}${headRow + problems}`;
}

function spanning(
  sheet: Worksheet,
  row: number,
  text: string,
  font: typeof looks.titleFont,
  lastColumn: string,
  height: number,
): void {
  sheet.mergeCells(`A${row}:${lastColumn}${row}`);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.style = { font, alignment: looks.centred };
  sheet.getRow(row).height = height;
}

/** Gives the texts that did not fit. */
function addRow(sheet: Worksheet, problem: ProblemRecord, index: number): readonly Continued[] {
  const row = firstRow + index;
  const cells = columns.map((column, at) => addCell(sheet, row, at + 1, column, problem));
  sheet.getRow(row).height = heightOf(Math.max(2, ...cells.map(({ lines }) => lines)));
  sheet.getCell(`${columnLetter('亮灯')}${row}`).fill = looks.lampFills[problem.lamp];
  return cells.flatMap(({ continued }) => (continued === null ? [] : [continued]));
}

interface AddedCell {
  readonly lines: number;
  readonly continued: Continued | null;
}

function addCell(
  sheet: Worksheet,
  row: number,
  at: number,
  { name, width, centred, value }: Column,
  problem: ProblemRecord,
): AddedCell {
  const cell = sheet.getCell(row, at);
  const content = value(problem);
  const isDate = content instanceof Date;
  cell.style = {
    font: looks.bodyFont,
    border: looks.ruled,
    alignment: centred ? looks.centred : looks.words,
    ...(isDate ? { numFmt: looks.dateFormat } : {}),
  };
  if (typeof content !== 'string') {
    cell.value = content;
    return { lines: 1, continued: null };
  }
  const { text, cut } = fitted(content, width);
  cell.value = text === '' ? null : text;
  const continued = cut ? { seq: problem.seq, column: name, text: content } : null;
  return { lines: linesIn(text, width), continued };
}
