/** Files that people hand in by mistake, at the front door: each a clear sentence with a way on, and exit code 2. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { zipSync } from 'fflate';
import { ranIn } from './ran';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rows = [
  ['序号', '反馈问题', '整改措施'],
  [1, '台账不清', '补记台账'],
];

function workbook(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Uint8Array {
  const book = xlsx.utils.book_new();
  for (const [name, content] of Object.entries(sheets))
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(content as unknown[][]), name);
  return written(book, 'xlsx');
}

function written(book: xlsx.WorkBook, bookType: xlsx.BookType): Uint8Array {
  const bytes = xlsx.write(book, { type: 'array', bookType, bookVBA: true }) as ArrayBuffer;
  return new Uint8Array(bytes);
}

interface Compound {
  cfb_new(): object;
  cfb_add(file: object, name: string, content: Buffer): void;
}

/** What Word before 2007 and every locked Office file are: a compound file with these streams. */
function compound(...streams: readonly string[]): Uint8Array {
  const { utils, write } = xlsx.CFB as {
    utils: Compound;
    write: (file: object, o: object) => Buffer;
  };
  const file = utils.cfb_new();
  for (const name of streams) utils.cfb_add(file, name, Buffer.alloc(5000, 1));
  return new Uint8Array(write(file, { type: 'buffer' }));
}

function bomb(): Uint8Array {
  const part = new Uint8Array(160 * 1024 * 1024);
  return zipSync({ 'xl/workbook.xml': new Uint8Array(1), 'xl/worksheets/sheet1.xml': part });
}

test.each<[string, string, () => Uint8Array | string, RegExp]>([
  ['cut off', 'a.xlsx', () => workbook({ 清单: rows }).slice(0, -40), /已损坏.*请重新下载或拷贝/],
  [
    'locked',
    'a.xlsx',
    () => compound('/EncryptedPackage', '/EncryptionInfo'),
    /加了密码.*去掉密码/,
  ],
  ['a .doc called .docx', 'a.docx', () => compound('/WordDocument'), /旧版 Word.*另存为/],
  ['a zip bomb', 'a.xlsx', bomb, /展开后过大.*请新建文件/],
  [
    'longer than any list',
    'a.csv',
    () => `问题,措施\n${'1,2\n'.repeat(30_000)}`,
    /a.csv超过 20000 行/,
  ],
  ['wider than any list', 'a.csv', () => '问题,'.repeat(500), /200 列/],
  ['empty', 'a.xlsx', () => '', /文件是空的.*选错了文件/],
  [
    'the wrong sheet',
    'a.xlsx',
    () => workbook({ 通讯录: [['姓名', '电话']] }),
    /a.xlsx里没有找到问题清单的表头[\s\S]*姓名 \| 电话/,
  ],
])('%s', async (_what, name, content, words) => {
  writeFileSync(join(folder, name), content());
  for (const command of [['import'], ['receive', '--dry-run']]) {
    const { code, out, err } = await ranIn(folder, [...command, name]);
    expect(err).toMatch(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  }
});

test('a folder called like a file', async () => {
  mkdirSync(join(folder, '清单.xlsx'));
  const { code, err } = await ranIn(folder, ['import', '清单.xlsx']);
  expect(err).toMatch(/清单.xlsx 打不开.*文件夹/);
  expect(code).toBe(2);
});

test('macros are not run and formulas not computed: what they showed is read, and that is said', async () => {
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet(rows as unknown[][]), '清单');
  book.vbaraw = Buffer.from('Attribute VB_Name');
  const sheet = book.Sheets['清单'];
  if (sheet === undefined) throw new Error('no sheet');
  sheet['C2'] = { t: 's', v: '补记台账', f: '1+1' };
  writeFileSync(join(folder, 'a.xlsm'), written(book, 'xlsm'));
  const { code, out } = await ranIn(folder, ['import', 'a.xlsm', '--json']);
  const { problems, warnings } = JSON.parse(out) as {
    problems: { measures: object[] }[];
    warnings: { code: string }[];
  };
  expect(code).toBe(0);
  expect(problems[0]?.measures).toEqual([{ ordinal: '1', text: '补记台账' }]);
  expect(warnings.map((each) => each.code)).toEqual(['macros-ignored']);
});

test('a list in GBK is read, and that is said', async () => {
  // 序号,问题 / 1,账 in GBK
  const gbk = [0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0xce, 0xca, 0xcc, 0xe2, 0x0a, 0x31, 0x2c, 0xd5, 0xcb];
  writeFileSync(join(folder, 'gbk.csv'), Uint8Array.from(gbk));
  const { code, out } = await ranIn(folder, ['import', 'gbk.csv']);
  expect(out).toMatch(/账[\s\S]*已按 GBK/);
  expect(code).toBe(0);
});
