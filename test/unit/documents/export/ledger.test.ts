// The ledger as a workbook, read back by another library: what stands in it, how it is coloured, counted and printed.
import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Workbook } from 'exceljs';
import { ledgerWorkbook, type RectificationRecord } from '../../../../documents';
import { aMeasure, aProblem, aRecord } from './a-record';
import { sampleRecord } from './sample-record';
import { partOf } from './text-of';

async function bookOf(record: RectificationRecord): Promise<WorkBook> {
  return read(await ledgerWorkbook(record), { cellNF: true, cellFormula: true });
}

function sheetOf(book: WorkBook, name: string): WorkSheet {
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

const rowsOf = (sheet: WorkSheet) =>
  utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false });

describe('the ledger of the sample', () => {
  let book: WorkBook;
  let file: Uint8Array;

  beforeAll(async () => {
    file = await ledgerWorkbook(sampleRecord);
    book = await bookOf(sampleRecord);
  });

  it('has a title, the day and head it was made from, a header and a row a problem', () => {
    const rows = rowsOf(sheetOf(book, '台账'));
    expect(rows[0]?.[0]).toBe('云川县水务局巡察反馈问题整改台账');
    expect(rows[1]?.[0]).toBe('据流转记录第482条（截至2026年9月10日），核验码3fa91c0b77de');
    expect(rows[2]).toEqual(
      '序号 编号 分类 问题 具体表现 类型 措施 责任领导 责任部门 协办 经办人 时限 阶段 报告口径 亮灯 轮次 进展 销号日期 佐证 备注'.split(
        ' ',
      ),
    );
    expect(rows).toHaveLength(15);
  });

  it('holds dates as dates, printed in Chinese', () => {
    const cell = sheetOf(book, '台账')['L4'] as { t: string; v: number; w: string };
    expect(cell).toMatchObject({ t: 'n', v: 46227, w: '2026年7月24日' });
  });

  it('counts on the second sheet by formulas whose values are there without calculating', () => {
    const sums = sheetOf(book, '汇总');
    expect(sums['B4']).toMatchObject({ f: "COUNTIF('台账'!$F$4:$F$15,A4)", v: 4 });
    const counted = rowsOf(sums).map((row) => `${String(row[0])}=${String(row[1])}`);
    for (const sum of ['立行立改=4', '已完成整改=7', '红灯=1', '财务审计科=3', '合计=12'])
      expect(counted).toContain(sum);
  });

  it('colours the lamps', async () => {
    const reread = new Workbook();
    await reread.xlsx.load(Buffer.from(file) as unknown as Parameters<typeof reread.xlsx.load>[0]);
    const sheet = reread.getWorksheet('台账');
    const colourOf = (row: number) => {
      const fill = sheet?.getCell(`O${row}`).fill;
      return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
    };
    expect([11, 12, 15, 4].map(colourOf)).toEqual(['FFFF8A80', 'FFFFE699', 'FF9DC3E6', 'FFC6E0B4']);
  });

  it('keeps its head in view, filters, and prints one page wide with the head on every page', () => {
    const xml = partOf(file, 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<pane xSplit="4" ySplit="3"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A3:T15"/>');
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="8"[^>]*orientation="landscape"/);
    expect(xml).toContain('fitToHeight="0"');
    expect(partOf(file, 'xl/workbook.xml')).toMatch(/_xlnm.Print_Titles[^<]*>[^<]*\$1:\$3</);
  });
});

describe('long texts in the ledger', () => {
  const long = '对照反馈意见逐项核查并完成整改。'.repeat(3200);
  const record = aRecord({ problems: [aProblem({ measures: [aMeasure({ text: long })] })] });

  it('stand in full on a sheet of their own, and the cell says so', async () => {
    const book = await bookOf(record);
    const cell = sheetOf(book, '台账')['G4'] as { v: string };
    expect(cell.v).toContain('（全文见“续文”表）');
    const whole = rowsOf(sheetOf(book, '续文'))
      .slice(1)
      .map((row) => String(row[3]))
      .join('');
    expect(whole).toBe(`1．${long}`);
  });

  it('never make a cell or a row that Excel refuses', async () => {
    const file = await ledgerWorkbook(record);
    for (const sheet of [1, 3]) {
      const heights = [
        ...partOf(file, `xl/worksheets/sheet${sheet}.xml`).matchAll(/ ht="([\d.]+)"/g),
      ];
      expect(Math.max(...heights.map(([, height]) => Number(height)))).toBeLessThanOrEqual(409);
    }
    expect(partOf(file, 'xl/sharedStrings.xml').match(/<t[^>]*>[^<]{32768,}</)).toBeNull();
  });

  it('of a few lines get the height they need', async () => {
    const text = '逐户核查并限期安装计量设施，'.repeat(12);
    const file = await ledgerWorkbook(aRecord({ problems: [aProblem({ title: text })] }));
    const height = /<row r="4"[^>]* ht="([\d.]+)"/.exec(
      partOf(file, 'xl/worksheets/sheet1.xml'),
    )?.[1];
    expect(Number(height)).toBeGreaterThan((text.length / 12) * 13);
  });
});

describe('odd texts in the ledger', () => {
  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '=HYPERLINK("http://x","y")'])(
    'stay text: %s',
    async (title) => {
      const sheet = sheetOf(
        await bookOf(aRecord({ problems: [aProblem({ title, department: title })] })),
        '台账',
      );
      expect(sheet['D4']).toMatchObject({ t: 's', v: title });
      expect((sheet['D4'] as { f?: string }).f).toBeUndefined();
    },
  );

  it('are counted exactly: a department named like a pattern counts only itself', async () => {
    const problems = ['*', '办公室', '=1'].map((department, seq) => aProblem({ seq, department }));
    const sums = sheetOf(await bookOf(aRecord({ problems })), '汇总');
    const cells = Object.values(sums) as { f?: string; v?: unknown }[];
    const exact = cells.filter(({ f }) => f?.startsWith('SUMPRODUCT(--EXACT(') === true);
    expect(exact.map(({ v }) => v)).toEqual([1, 1]);
  });

  it('lose only what XML forbids', async () => {
    const title = '甲<&>\u0001乙😀\ud800';
    const sheet = sheetOf(await bookOf(aRecord({ problems: [aProblem({ title })] })), '台账');
    expect((sheet['D4'] as { v: string }).v).toBe('甲<&>乙😀');
  });
});

describe('an empty ledger', () => {
  it('is still a workbook with its head and sums of nothing', async () => {
    const book = await bookOf(aRecord());
    expect(rowsOf(sheetOf(book, '台账'))).toHaveLength(3);
    expect(sheetOf(book, '汇总')['B4']).toMatchObject({ v: 0 });
  });
});
