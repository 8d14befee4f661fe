// The library that writes workbooks, loaded when the first is written: nothing else needs it, and it takes its time.
import type * as Excel from 'exceljs';

/** An empty one. */
export function newWorkbook(): Excel.Workbook {
  const { Workbook } = require('exceljs') as typeof Excel;
  return new Workbook();
}
