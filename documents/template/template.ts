/** An empty form for a list of problems, as an Excel workbook: the importer reads it, filled in, without a question. */
import type { Worksheet } from 'exceljs';
import type { Person } from '../../domain/people';
import { newWorkbook } from '../export/sheet/excel';
import * as looks from '../export/sheet/looks';
import { sealed } from '../export/sealed';
import { addExplanations } from './explanations';
import { examples, formColumns, formFacts, type FormColumn } from './columns';
import { addLists, type ListRanges } from './lists';

const listSheet = '问题清单';
/** As many rows as have their lists and formats; more may be written. */
const rowsPrepared = 200;
const titleRow = 1;
export const headingRow = titleRow + formFacts.length + 1;

/**
 * The form; the same people give the same bytes.
 * @param people whose names and departments are offered in the cells; with none, no lists of them
 * @example
 * writeFileSync('问题清单.xlsx', await templateWorkbook([]));
 */
export async function templateWorkbook(people: readonly Person[]): Promise<Uint8Array> {
  const workbook = newWorkbook();
  workbook.created = new Date(Date.UTC(2026, 0, 1));
  workbook.modified = workbook.created;
  const sheet = workbook.addWorksheet(listSheet, {
    views: [{ state: 'frozen', xSplit: 4, ySplit: headingRow }],
    pageSetup: looks.printed('a3', 'landscape', `1:${headingRow}`),
  });
  addExplanations(workbook, formColumns, examples);
  const ranges = people.length === 0 ? new Map() : addLists(workbook, people);
  addFacts(sheet);
  formColumns.forEach((column, index) => addColumn(sheet, index + 1, column, ranges));
  return sealed(new Uint8Array(await workbook.xlsx.writeBuffer()), {});
}

function addFacts(sheet: Worksheet): void {
  sheet.mergeCells(titleRow, 1, titleRow, formColumns.length);
  const title = sheet.getCell(titleRow, 1);
  title.value = '整改问题清单';
  title.style = { font: looks.titleFont, alignment: looks.centred };
  sheet.getRow(titleRow).height = 32;
  formFacts.forEach(({ label, hint }, index) => {
    const row = titleRow + 1 + index;
    sheet.mergeCells(row, 1, row, 2);
    sheet.mergeCells(row, 3, row, 4);
    sheet.getCell(row, 1).value = label;
    sheet.getCell(row, 1).style = { font: looks.headFont, alignment: looks.words };
    const value = sheet.getCell(row, 3);
    value.style = { font: looks.bodyFont, alignment: looks.words, border: looks.ruled };
    if (/日期/.test(label)) value.numFmt = dateFormat;
    value.dataValidation = hintOnly(label, hint);
  });
}

const dateFormat = 'yyyy-mm-dd';

function addColumn(sheet: Worksheet, at: number, column: FormColumn, ranges: ListRanges): void {
  sheet.getColumn(at).width = column.width;
  const head = sheet.getCell(headingRow, at);
  head.value = column.must === true ? `${column.heading}*` : column.heading;
  head.style = {
    font: looks.headFont,
    fill: looks.headFill,
    alignment: looks.centred,
    border: looks.ruled,
  };
  for (let row = headingRow + 1; row <= headingRow + rowsPrepared; row += 1) {
    const cell = sheet.getCell(row, at);
    cell.style = {
      font: looks.bodyFont,
      border: looks.ruled,
      alignment: looks.words,
      ...(column.isDate === true ? { numFmt: dateFormat } : {}),
    };
    cell.dataValidation = validationOf(column, ranges);
  }
}

/** Kinds and states are chosen; names and departments are only offered, for several may be written. */
function validationOf(column: FormColumn, ranges: ListRanges): Cell['dataValidation'] {
  const { heading, hint, oneOf, offers } = column;
  const range = offers === undefined ? undefined : ranges.get(offers);
  if (oneOf !== undefined)
    return {
      ...hintOnly(heading, hint),
      type: 'list',
      formulae: [`"${oneOf.join(',')}"`],
      showErrorMessage: true,
      errorTitle: heading,
      error: `请从列表中选：${oneOf.join('、')}`,
    };
  if (range !== undefined) return { ...hintOnly(heading, hint), type: 'list', formulae: [range] };
  return hintOnly(heading, hint);
}

type Cell = ReturnType<Worksheet['getCell']>;

/** Takes anything; the words appear beside the cell. */
function hintOnly(title: string, hint: string): Cell['dataValidation'] {
  return {
    type: 'textLength',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    allowBlank: true,
    showErrorMessage: false,
    showInputMessage: true,
    promptTitle: title.replace(/：$/, ''),
    prompt: hint,
  };
}
