import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createEvidenceFolder, EvidenceRefused, EvidenceStoreFailed } from '../../../../ledger';
import { inPieces, pdf, torn } from './bytes';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-evidence-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

function files(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

async function all<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const gathered: Item[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

test('any bytes come back the same, in whatever pieces they came', async () => {
  const store = createEvidenceFolder(folder);
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 20_000 }),
      fc.integer({ min: 1, max: 9000 }),
      async (bytes, piece) => {
        const content = Buffer.concat([pdf(''), bytes]);
        const put = await store.put(inPieces(content, piece), '合同.pdf');
        expect(put).toEqual({
          ...{ sha256: sha256(content), size: content.length },
          ...{ name: '合同.pdf', type: 'application/pdf' },
        });
        const back = (await all(await store.open(put.sha256))) as readonly Buffer[];
        expect(Buffer.concat(back).equals(content)).toBe(true);
        expect(await store.check(put.sha256)).toBe('whole');
      },
    ),
    { numRuns: 40 },
  );
});

test('the same content under two names is one file, read-only, in the folder of its first digits', async () => {
  const store = createEvidenceFolder(folder);
  const content = pdf('一样的');
  const [one, other] = await Promise.all([
    store.put(inPieces(content, 3), '甲.pdf'),
    store.put(inPieces(content, 5), '乙.pdf'),
  ]);
  await store.put(inPieces(content), '丙.pdf');
  expect([one.name, other.name]).toEqual(['甲.pdf', '乙.pdf']);
  const hash = sha256(content);
  expect(files()).toEqual([join(hash.slice(0, 2), hash)]);
  expect(statSync(join(folder, hash.slice(0, 2), hash)).mode & 0o777).toBe(0o444);
  expect(await all(store.list())).toEqual([{ sha256: hash, size: content.length }]);
});

test('what was replaced is altered, what is gone is missing; put again, it is whole', async () => {
  const store = createEvidenceFolder(folder);
  const { sha256: hash } = await store.put(inPieces(pdf('真')), '真.pdf');
  const path = join(folder, hash.slice(0, 2), hash);
  chmodSync(path, 0o644);
  writeFileSync(path, pdf('假'));
  expect(await store.check(hash)).toBe('altered');
  await store.put(inPieces(pdf('真')), '真.pdf');
  expect(await store.check(hash)).toBe('whole');
  rmSync(path);
  expect(await store.check(hash)).toBe('missing');
  expect(await store.has(hash)).toBe(false);
  await expect(store.open(hash)).rejects.toThrow('there is no evidence');
});

test('what is no hash is no path', async () => {
  const store = createEvidenceFolder(join(folder, 'inside'));
  writeFileSync(join(folder, 'secret'), 'x');
  for (const word of ['../secret', '', 'a'.repeat(63), `${'a'.repeat(62)}/x`, 'A'.repeat(64)]) {
    await expect(store.open(word)).rejects.toThrow('there is no evidence');
    expect(await store.has(word)).toBe(false);
    expect(await store.check(word)).toBe('missing');
  }
});

test.each([
  ['empty', '空.pdf', Buffer.alloc(0)],
  ['type', '木马.exe', Buffer.from('MZ')],
  ['type', '合同.pdf.exe', pdf('')],
  ['type', '没有扩展名', pdf('')],
  ['type', '.pdf', pdf('')],
  ['type', '网页.html', Buffer.from('<html>')],
  ['type', '脚本.sh', Buffer.from('#!/bin/sh')],
  ['type', '原型.constructor', pdf('')],
  ['content', '合同.pdf', Buffer.from('MZ\x90\0\x03')],
  ['content', '说明.txt', Buffer.from('\x7fELF\x02\x01\x01\0')],
  ['content', '说明.txt', Buffer.from('#!/bin/sh\nrm -rf /')],
  ['content', '照片.jpg', Buffer.from('<script>alert(1)</script>')],
  ['content', '表.xls', Buffer.from('<html><table>')],
  ['content', '视频.mp4', Buffer.from('\0\0\0\x18ftypheic')],
  ['tooLarge', '大.pdf', pdf('x'.repeat(3000))],
] as const)('refuses for being %s: %s', async (why, name, content) => {
  const store = createEvidenceFolder(folder, 2000);
  const putting = store.put(inPieces(content), name);
  await expect(putting).rejects.toThrow(EvidenceRefused);
  await expect(putting).rejects.toMatchObject({ why, file: name });
  expect(files()).toEqual([]);
});

test.each([
  ['扫描件.PDF', Buffer.concat([Buffer.from('\ufeff'), pdf('')])],
  ['报告.docx', Buffer.from('PK\x03\x04…')],
  ['版式.ofd', Buffer.from('PK\x03\x04…')],
  ['台账.wps', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['老报告.doc', Buffer.from('{\\rtf1\\ansi')],
  ['记录.txt', Buffer.from('b5c8bcb6', 'hex')],
  ['记录16.txt', Buffer.from('\ufeff整改', 'utf16le')],
  ['现场.heic', Buffer.from('\0\0\0\x18ftypheic')],
  ['现场.mp4', Buffer.from('\0\0\0\x18ftypisom')],
  ['现场.jpg', Buffer.from('ffd8ffe1', 'hex')],
])('takes %s', async (name, content) => {
  expect((await createEvidenceFolder(folder).put(inPieces(content), name)).name).toBe(name);
});

test('a source that fails leaves nothing, and its own error', async () => {
  const putting = createEvidenceFolder(folder).put(torn(pdf('半个')), '半个.pdf');
  await expect(putting).rejects.toThrow(/^cable pulled$/);
  expect(files()).toEqual([]);
});

test('what a killed process left behind goes with the next file; what is being written stays', async () => {
  const incoming = join(folder, 'incoming');
  mkdirSync(incoming);
  writeFileSync(join(incoming, 'old.part'), 'half');
  writeFileSync(join(incoming, 'fresh.part'), 'half');
  utimesSync(join(incoming, 'old.part'), new Date(0), new Date(0));
  const store = createEvidenceFolder(folder);
  expect(await all(store.list())).toEqual([]);
  await store.put(inPieces(pdf('')), '新.pdf');
  expect(readdirSync(incoming)).toEqual(['fresh.part']);
});

test('a disk that is full is said, and nothing half is left', async () => {
  const { open } = fs;
  jest.spyOn(fs, 'open').mockImplementation(async (...given) => {
    const file = await open(...given);
    file.appendFile = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    return file;
  });
  const putting = createEvidenceFolder(folder).put(inPieces(pdf('')), '大.pdf');
  await expect(putting).rejects.toThrow(EvidenceStoreFailed);
  await expect(putting).rejects.toMatchObject({ code: 'ENOSPC', place: folder });
  expect(files()).toEqual([]);
});

test('a folder that cannot be made is said', async () => {
  const place = join(folder, 'file', 'evidence');
  writeFileSync(join(folder, 'file'), '');
  const putting = createEvidenceFolder(place).put(inPieces(pdf('')), '一.pdf');
  await expect(putting).rejects.toMatchObject({ name: 'EvidenceStoreFailed', code: 'ENOTDIR' });
  expect(existsSync(place)).toBe(false);
});

test('says how far it has come', async () => {
  const store = createEvidenceFolder(folder);
  const told: number[] = [];
  const content = pdf('x'.repeat(100));
  const put = await store.put(inPieces(content, 50), '一.pdf', (bytes) => told.push(bytes));
  expect(told).toEqual([50, 100, content.length]);
  const checked: number[] = [];
  await store.check(put.sha256, (bytes) => checked.push(bytes));
  expect(checked).toEqual([content.length]);
  expect(readFileSync(join(folder, put.sha256.slice(0, 2), put.sha256)).equals(content)).toBe(true);
});
