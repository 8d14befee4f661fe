/** The second sheet of the form: how it is filled in, and examples, marked as such. It says itself that it is not read. */
import type { Workbook, Worksheet } from 'exceljs';
import * as looks from '../export/sheet/looks';
import { heightOf, linesIn } from '../export/sheet/text-size';
import { notRead } from '../table/set-aside';
import type { FormColumn } from './columns';

const remarks = [
  '一、在“问题清单”页填写：先填单位名称、反馈日期、巡察机构，再一行一个问题；带 * 的必填，其余不知道的空着，收文后由整改办补。',
  '二、不要改动第一行到表头的位置；可以删去用不着的栏目，可以加栏目：移交日期、周期、上轮问题、公开表述。备注等其他栏目不读入。',
  '三、填好后：zhenggai import 文件.xlsx 查看读到什么；zhenggai receive 文件.xlsx --people people.yaml 收文。',
];

export function addExplanations(
  workbook: Workbook,
  columns: readonly FormColumn[],
  examples: readonly (readonly string[])[],
): void {
  const sheet = workbook.addWorksheet('填写说明', {
    pageSetup: looks.printed('a3', 'landscape', '1:1'),
  });
  columns.forEach(({ width }, index) => (sheet.getColumn(index + 1).width = width));
  const title = put(sheet, 1, 1, `填写说明和示例（${notRead}）`);
  title.font = looks.titleFont;
  sheet.getRow(1).height = 32;
  remarks.forEach((remark, index) => put(sheet, 2 + index, 1, remark));
  const first = remarks.length + 3;
  columns.forEach(({ heading, hint, must }, index) => {
    put(sheet, first + index, 1, `${heading}${must === true ? '*' : ''}`).font = looks.headFont;
    put(sheet, first + index, 3, hint);
  });
  addExamples(sheet, first + columns.length + 1, columns, examples);
}

function addExamples(
  sheet: Worksheet,
  row: number,
  columns: readonly FormColumn[],
  examples: readonly (readonly string[])[],
): void {
  columns.forEach(({ heading }, index) => {
    const cell = put(sheet, row, index + 1, heading);
    cell.style = {
      font: looks.headFont,
      fill: looks.headFill,
      alignment: looks.centred,
      border: looks.ruled,
    };
  });
  examples.forEach((example, index) => {
    const lines = example.map((text, at) => linesIn(text, columns[at]?.width ?? 1));
    sheet.getRow(row + 1 + index).height = heightOf(Math.max(...lines));
    example.forEach((text, at) => {
      const cell = put(sheet, row + 1 + index, at + 1, text);
      cell.style = {
        font: { ...looks.bodyFont, italic: true, color: { argb: 'FF7F7F7F' } },
        alignment: looks.words,
        border: looks.ruled,
      };
    });
  });
}

function put(sheet: Worksheet, row: number, column: number, text: string) {
  const cell = sheet.getCell(row, column);
  cell.value = text;
  cell.font = looks.bodyFont;
  return cell;
}
