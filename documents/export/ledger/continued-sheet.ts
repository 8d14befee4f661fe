// The third sheet, where it is needed: long texts in full, in pieces that fit a row.
import type { Workbook } from 'exceljs';
import * as looks from '../sheet/looks';
import { heightOf, linesIn } from '../sheet/text-size';
import { continuedSheet, pieces, type Continued } from './continued';

const textWidth = 120;

export function addContinued(workbook: Workbook, all: readonly Continued[]): void {
  const sheet = workbook.addWorksheet(continuedSheet, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: looks.printed('a4', 'landscape', '1:1'),
  });
  sheet.columns = [{ width: 6 }, { width: 10 }, { width: 6 }, { width: textWidth }];
  addRow(['序号', '栏目', '段', '全文'], looks.headFont);
  for (const { seq, column, text } of all)
    pieces(text, textWidth).forEach((piece, index) =>
      addRow([seq, column, index + 1, piece], looks.bodyFont),
    );

  function addRow(values: readonly [...(string | number)[], string], font: typeof looks.bodyFont) {
    const row = sheet.addRow([...values]);
    const text = String(values.at(-1));
    row.height = heightOf(linesIn(text, textWidth));
    row.eachCell((cell, at) => {
      const alignment = at === 4 && font === looks.bodyFont ? looks.words : looks.centred;
      cell.style = { font, alignment, border: looks.ruled };
    });
  }
}
