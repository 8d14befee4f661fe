import * as xlsx from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { contentsOfWorkbook } from '../../../../documents/formats/xlsx';
import type { Grid } from '../../../../documents/contents';

async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function gridsOf(bytes: Uint8Array): readonly Grid[] {
  return contentsOfWorkbook(bytes).value.blocks as readonly Grid[];
}

const textsOf = (grid: Grid | undefined): readonly (readonly string[])[] =>
  (grid?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));

test('cells are read as they are displayed, with their lines and their places', async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('问题清单');
    sheet.getCell('B2').value = '问题';
    sheet.getCell('C4').value = '一是建立制度；\r\n二是开展培训。';
    sheet.getCell('D4').value = 0.25;
    sheet.getCell('D4').numFmt = '0%';
    sheet.getCell('E4').value = { formula: '1+1', result: 2 };
    sheet.getCell('F4').value = { richText: [{ text: '长期' }, { text: '坚持' }] };
  });
  const [grid] = gridsOf(bytes);
  expect(grid?.name).toBe('问题清单');
  expect(grid?.rows.map(({ row }) => row)).toEqual([2, 4]);
  expect(textsOf(grid)).toEqual([
    ['问题'],
    ['一是建立制度；\n二是开展培训。', '25%', '2', '长期坚持'],
  ]);
  expect(grid?.rows[1]?.cells.map(({ column }) => column)).toEqual([3, 4, 5, 6]);
});

test('a date is its day, wherever the machine stands, and a number is none', async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('a');
    sheet.getCell('A1').value = new Date(Date.UTC(2026, 4, 31));
    sheet.getCell('A1').numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell('B1').value = 46173;
  });
  const [date, number] = gridsOf(bytes)[0]?.rows[0]?.cells ?? [];
  expect(date).toMatchObject({ text: '2026年5月31日', date: '2026-05-31' });
  expect(number).toMatchObject({ text: '46173', date: null });
});

test('merged cells all show the first, and say so', async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('a');
    sheet.getCell('A1').value = '党的建设方面';
    sheet.getCell('B1').value = '一';
    sheet.getCell('B2').value = '二';
    sheet.mergeCells('A1:A2');
  });
  const rows = gridsOf(bytes)[0]?.rows;
  expect(rows?.map(({ cells }) => cells[0])).toMatchObject([
    { text: '党的建设方面', mergedFrom: { row: 1, column: 1 } },
    { text: '党的建设方面', mergedFrom: { row: 1, column: 1 } },
  ]);
});

test('hidden sheets and cells in error are told of', async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('a');
    sheet.getCell('C5').value = { error: '#REF!' };
    book.addWorksheet('底稿', { state: 'hidden' }).getCell('A1').value = '草稿';
  });
  const { value, warnings } = contentsOfWorkbook(bytes);
  expect(value.blocks).toHaveLength(1);
  expect(warnings.map(({ code }) => code)).toEqual(['sheets-hidden', 'cell-error']);
  expect(warnings.map(({ message }) => message).join()).toMatch(/“底稿”.*a!C5/);
});

test('a workbook with nothing in it, and a sheet longer than any list, are refused', async () => {
  const blank = await workbook((book) => void book.addWorksheet('a'));
  expect(() => contentsOfWorkbook(blank)).toThrow('工作簿中没有内容');
  const rows = Array.from({ length: 20_100 }, (_each, index) => [index, '问题']);
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet(rows), '长表');
  const long = new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  expect(() => contentsOfWorkbook(long)).toThrow('工作表“长表”超过 20000 行');
});

test('an old workbook is read as well', () => {
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet([['序号', '问题']]), '清单');
  const bytes = new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xls' }) as ArrayBuffer);
  expect(textsOf(gridsOf(bytes)[0])).toEqual([['序号', '问题']]);
});
