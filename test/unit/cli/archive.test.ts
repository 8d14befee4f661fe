import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill, someFiles } from '../ledger/archive/record';
import { newLedgerFolder } from '../ledger/new-folder';
import { line, openTestLedger, type Opened } from '../ledger/open';
import { ranIn, type Ran } from './ran';

let opened: Opened;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-cli-archive-'));
  opened = await openTestLedger();
  await fill(opened, await someFiles(join(folder, 'evidence')));
}, 120_000);
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

const here = (...args: readonly string[]): Promise<Ran> =>
  ranIn(folder, args, { DATABASE_URL: opened.ledger.url, EVIDENCE_FOLDER: 'evidence' });
/** A machine that has nothing yet. */
const there = (...args: readonly string[]): Promise<Ran> =>
  ranIn(folder, args, { ZHENGGAI_HOME: 'there' });

const carried = '整改2次，流转记录9条，消息2条，文书2份，未接受的指令2条，佐证材料2个（1 KB）';

test('backup says what it carried, and does not write over another file', async () => {
  const { code, out } = await here('backup');
  expect(code).toBe(0);
  const [first, second, ...rest] = out.trimEnd().split('\n');
  expect(first).toBe(`✓ 已备份到 ${join(folder, '台账备份-2026-11-23-0900.tar.gz')}`);
  expect(second).toMatch(/^ {2}文件 \d+ KB，SHA-256 [0-9a-f]{64}$/);
  expect(rest.slice(0, 2)).toEqual(['  备份时间 2026-11-23 09:00', `  ${carried}`]);
  expect(rest[2]).toMatch(/^ {2}r {2}8条 {2}核验码 [0-9a-f]{64}$/);
  expect(await here('backup')).toMatchObject({ code: 2 });
  expect((await here('backup', '--force')).code).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['evidence', '台账备份-2026-11-23-0900.tar.gz']);
});

test('restored on a machine that has nothing, everything is there and whole', async () => {
  expect((await here('backup', '-o', 'b.tar.gz')).code).toBe(0);
  const { code, out } = await there('restore', 'b.tar.gz');
  expect(code).toBe(0);
  expect(out).toContain(`  ${carried}`);
  expect(out).toContain('zhenggai reconcile');
  const verified = await there('verify');
  expect(verified.out).toContain('✓ 9条流转记录完整');
  expect(verified.out).toContain('✓ 1个佐证材料完整');
  const again = await there('restore', 'b.tar.gz');
  expect(again.code).toBe(1);
  expect(again.err).toContain('台账不是空的（已有 29 条各类记录）');
  expect((await there('restore', 'b.tar.gz', '--force')).code).toBe(0);
}, 60_000);

test('packed and unpacked: what is new, what was there, and the line that differs', async () => {
  await here('pack', 'r', '-o', 'r.tar.gz');
  const env = { ZHENGGAI_HOME: 'third' };
  await newLedgerFolder(join(folder, 'third', 'ledger'));
  const unpack = () => ranIn(folder, ['unpack', 'r.tar.gz'], env);
  expect((await unpack()).out).toContain('✓ 已接收 r：新记8条流转记录');
  expect((await unpack()).out).toContain('✓ r：8条流转记录已在台账中，没有要补的');
  await opened.ledger.append('problem/r/2', [line(3)]);
  const { out } = await here('pack', 'r', '-o', 'r.tar.gz', '--force', '--json');
  expect(JSON.parse(out)).toMatchObject({ kind: 'pack', tables: { journal: 9 } });
  expect((await unpack()).out).toContain('✓ 已接收 r：原有8条流转记录，补记1条');
  await opened.behindItsBack(`delete from journal where chain = 's'`);
  const pack = await here('pack', 's', '-o', 's.tar.gz');
  expect(pack.code).toBe(1);
  expect(pack.err).toContain('✗ problem/s/1 第1条：及以后各条缺失');
}, 60_000);

test('what cannot be taken is said in words, and makes no store', async () => {
  writeFileSync(join(folder, 'letter.txt'), '此致敬礼');
  const nowhere = (...args: readonly string[]): Promise<Ran> =>
    ranIn(folder, args, { ZHENGGAI_HOME: 'nowhere' });
  expect(await nowhere('restore', 'letter.txt')).toMatchObject({
    code: 2,
    err: `${join(folder, 'letter.txt')} 不是 zhenggai 写出的备份或打包文件。\n`,
  });
  expect((await nowhere('restore', 'r.tar.gz')).err).toContain('请用 zhenggai unpack');
  expect((await nowhere('restore', 'none.tar.gz')).err).toContain('读不了：没有这个文件或目录');
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  const full = await here('backup', '-o', join('none', 'b.tar.gz'));
  expect(full.err).toContain('写不了：没有这个文件或目录');
  expect((await here('pack', 'nobody')).err).toContain('台账中没有 nobody 的流转记录');
});
