import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEvidenceFolder, type EvidenceFile } from '../../../ledger';
import { inPieces, pdf } from '../ledger/evidence/bytes';
import { line, openTestLedger, type Opened } from '../ledger/open';
import { ranIn, type Ran } from './ran';

let opened: Opened;
let folder: string;
let contract: EvidenceFile;
let photo: EvidenceFile;
let other: EvidenceFile;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-cli-evidence-'));
  const store = createEvidenceFolder(join(folder, 'kept'));
  const put = (name: string, content: Buffer) => store.put(inPieces(content), name);
  contract = await put('合同.pdf', pdf('合同'));
  photo = await put('照片.jpg', Buffer.from('ffd8ffe1', 'hex'));
  other = await put('合同.pdf', pdf('另一份'));
  opened = await openTestLedger();
  const filed = (...files: readonly EvidenceFile[]) => ({
    text: '已完成',
    evidence: files.map(({ type: _type, ...file }) => file),
  });
  await opened.ledger.append('problem/r/1', [
    line(1, { fields: filed(contract, photo) }),
    line(2),
    line(3, { event: 'submit', fields: filed(contract, other) }),
    line(4, { kind: 'refused', fields: filed({ ...photo, sha256: 'ff'.repeat(32) }) }),
  ]);
  await opened.ledger.append('problem/r/2', [line(1, { fields: { text: '"evidence":[' } })]);
}, 120_000);
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const env = () => ({ DATABASE_URL: opened.ledger.url, EVIDENCE_FOLDER: 'kept' });
const zhenggai = (...args: readonly string[]): Promise<Ran> => ranIn(folder, args, env());
const pathOf = ({ sha256 }: EvidenceFile): string =>
  join(folder, 'kept', sha256.slice(0, 2), sha256);

function replace(file: EvidenceFile, content: Buffer): void {
  chmodSync(pathOf(file), 0o644);
  writeFileSync(pathOf(file), content);
}

test('lists what was accepted with a problem’s lines: when, with what, by whom', async () => {
  const { code, out } = await zhenggai('evidence', '1');
  expect(code).toBe(0);
  expect(out).toBe(
    [
      '何时              事项      何人   大小  佐证材料',
      '2026-11-23 09:00  报进展    li-na  1 KB  合同.pdf',
      '2026-11-23 09:00  报进展    li-na  1 KB  照片.jpg',
      '2026-11-23 09:00  报送完成  li-na  1 KB  合同.pdf',
      '2026-11-23 09:00  报送完成  li-na  1 KB  合同.pdf',
      '共4个\n',
    ].join('\n'),
  );
  const { out: asJson } = await zhenggai('evidence', 'problem/r/1', '--json');
  expect(JSON.parse(asJson)).toHaveLength(4);
  expect(JSON.parse(asJson)).toContainEqual({
    ...{ workflow: 'problem/r/1', sequence: 3, ordinal: 2, name: '合同.pdf', size: other.size },
    ...{ sha256: other.sha256, at: '2026-11-23T01:00:03.000Z', event: 'submit' },
    ...{ decided_by: 'li-na', isThere: true },
  });
  expect((await zhenggai('evidence', '2')).out).toBe('problem/r/2 没有佐证材料。\n');
  expect((await zhenggai('journal', '1')).out).toContain('已完成；佐证材料：合同.pdf、照片.jpg');
});

test('writes files out under their own names, overwriting nothing, once however often', async () => {
  writeFileSync(join(folder, '照片.jpg'), '别的照片');
  for (let again = 0; again < 2; again++)
    expect(await zhenggai('evidence', '1', '--save', '.')).toMatchObject({ code: 0, err: '' });
  const saved = readdirSync(folder).filter((name) => name.includes('.'));
  expect(saved.sort()).toEqual(['合同 (2).pdf', '合同.pdf', '照片 (2).jpg', '照片.jpg']);
  expect(readFileSync(join(folder, '合同 (2).pdf')).equals(pdf('另一份'))).toBe(true);
  expect(readFileSync(join(folder, '照片.jpg'), 'utf8')).toBe('别的照片');
});

test('verify reads every file that a line names, once', async () => {
  const { code, out } = await zhenggai('verify');
  expect(code).toBe(0);
  expect(out).toContain('✓ 3个佐证材料完整，未见改动。');
  const { out: asJson } = await zhenggai('verify', '--json');
  expect(JSON.parse(asJson)).toMatchObject({ faults: [], evidence: { files: 3, faults: [] } });
});

test('a file that was replaced and one that was removed are named, with every line that has them', async () => {
  replace(contract, pdf('改过'));
  rmSync(pathOf(photo));
  const { code, out, err } = await zhenggai('verify');
  expect(code).toBe(1);
  expect(out.split('\n').filter((each) => each.startsWith('✗'))).toEqual([
    '✗ problem/r/1 第1条：佐证材料“合同.pdf”被改动',
    '✗ problem/r/1 第1条：佐证材料“照片.jpg”缺失',
    '✗ problem/r/1 第3条：佐证材料“合同.pdf”被改动',
  ]);
  expect(err).toContain('有3处不符');
  const { out: asJson } = await zhenggai('verify', '--json');
  const { evidence } = JSON.parse(asJson) as { readonly evidence: object };
  expect(evidence).toMatchObject({
    files: 3,
    faults: [
      { kind: 'altered', rectification: 'r', workflow: 'problem/r/1', sequence: 1 },
      { kind: 'missing', name: '照片.jpg', sha256: photo.sha256 },
      { kind: 'altered', sequence: 3 },
    ],
  });
  expect(await zhenggai('verify', '--no-evidence')).toMatchObject({ code: 0, err: '' });
  expect((await zhenggai('evidence', '1')).out).toContain('照片.jpg（文件缺失）');
});

test('a row taken out of the table together with its file does not hide it', async () => {
  await opened.behindItsBack(`delete from evidence where sha256 = $1`, photo.sha256);
  expect((await zhenggai('verify')).out).toContain('第1条：佐证材料“照片.jpg”缺失');
});

test('what is no longer what was filed is not written out', async () => {
  const { code, out, err } = await zhenggai('evidence', '1', '--save', 'out');
  expect(code).toBe(1);
  expect(out).toContain('✗ 合同.pdf：被改动');
  expect(err).toBe('有1个没有取出。\n');
  expect(readdirSync(join(folder, 'out'))).toEqual(['合同.pdf']);
  expect(readFileSync(join(folder, 'out', '合同.pdf')).equals(pdf('另一份'))).toBe(true);
});

test('a folder that cannot be written is said', async () => {
  writeFileSync(join(folder, 'file'), '');
  const { code, err } = await zhenggai('evidence', '1', '--save', 'file/out');
  expect(code).toBe(1);
  expect(err).toContain('路径中有一段是文件而不是目录');
});

test('a folder that is elsewhere is said, with the variable that names it', async () => {
  const { code, err } = await ranIn(folder, ['verify'], { ...env(), EVIDENCE_FOLDER: 'nowhere' });
  expect(code).toBe(1);
  expect(err).toContain('EVIDENCE_FOLDER');
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});
