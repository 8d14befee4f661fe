import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { line, openTestLedger, type Opened } from '../ledger/open';
import { ranIn, type Ran } from './ran';

let opened: Opened;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-cli-'));
  opened = await openTestLedger();
  const { ledger } = opened;
  await ledger.append('problem/r/1', [
    line(1, {
      kind: 'begun',
      event: 'begin',
      by: null,
      fields: null,
      facts: factsOf('河长制落实不到位', '王强'),
    }),
    line(2, { event: 'report', fields: { text: '已清理河道3公里' } }),
    line(3, { kind: 'outcome', event: 'schedule', by: null, fields: null }),
    line(4, {
      kind: 'timer',
      event: 'xstate.after.next.work.x',
      by: null,
      fields: null,
      shown: red,
    }),
    line(5, { kind: 'emitted', event: 'milestone', by: null, fields: { why: '已逾期3个工作日' } }),
    line(6, { kind: 'refused', event: 'approve', fields: {}, reason: '不能审核自己报送的' }),
  ]);
  await ledger.append('problem/r/2', [line(1, { facts: factsOf('固定资产台账不清', '李娜') })]);
}, 120_000);
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const red = { stage: 'rectifying', lamp: 'overdue', kind: 'timeLimited', round: 1, dueOn: null };

function factsOf(title: string, responsibleLeader: string) {
  return { unit: '云川县水务局', section: null, title, department: '办公室', responsibleLeader };
}

const zhenggai = (...args: readonly string[]): Promise<Ran> =>
  ranIn(folder, args, { DATABASE_URL: opened.ledger.url });

test('journal: what people did and what befell the problem; everything with --all', async () => {
  const { code, out } = await zhenggai('journal', '1');
  expect(code).toBe(0);
  expect(out).toBe(
    [
      '   1  2026-11-23 09:00  开始 启动  → 整改中',
      '   2  2026-11-23 09:00  报进展  li-na（office代录）  → 整改中  已清理河道3公里',
      '   5  2026-11-23 09:00  告知 时限节点  → 整改中  已逾期3个工作日',
      '   6  2026-11-23 09:00  未接受 审核通过  li-na（office代录）  → 整改中  不能审核自己报送的',
      '共6条，所列4条；全部请加 --all\n',
    ].join('\n'),
  );
  const all = (await zhenggai('journal', 'problem/r/1', '--all')).out;
  expect(all).toContain('办成 推算时限');
  expect(all).toContain('到时  → 整改中 红灯（逾期）');
  const { out: asJson } = await zhenggai('journal', 'problem/r/1', '--json');
  expect(JSON.parse(asJson)).toEqual(await opened.ledger.read('problem/r/1'));
});

test('a problem that is not in the ledger is named', async () => {
  expect(await zhenggai('journal', 'problem/r/9')).toMatchObject({
    code: 1,
    err: '台账中没有 problem/r/9 的记录。\n',
  });
});

test('search finds problems by title, person and department, and what was written; % is a letter like any other', async () => {
  const byTitle = await zhenggai('search', '河长制', '王强');
  expect(byTitle.out).toContain('问题（1个）');
  expect(byTitle.out).toContain('河长制落实不到位');
  const { out } = await zhenggai('search', '清理河道');
  expect(out).toContain('流转记录（1条，新的在前）');
  expect(out).toContain('problem/r/1     2  ');
  expect(await zhenggai('search', '%')).toMatchObject({ code: 0, out: '没有找到。\n' });
  expect((await zhenggai('search', 'x', '--lines', '0')).code).toBe(2);
});

test('stats counts by stage, kind and lamp', async () => {
  expect((await zhenggai('stats')).out).toBe(
    ['r：共2个问题', '  阶段  整改中2', '  类型  限期整改2', '  亮灯  正常2\n'].join('\n'),
  );
});

test('verify gives a code to note, and knows it again; an unknown one and a changed letter are told', async () => {
  const first = await zhenggai('verify');
  expect(first.code).toBe(0);
  const [, head = ''] = /核验码 ([0-9a-f]{64})/.exec(first.out) ?? [];
  await opened.ledger.append('problem/r/2', [line(2)]);
  expect((await zhenggai('verify', '--head', `r=${head}`)).code).toBe(0);
  const unknown = await zhenggai('verify', '--head', `r=${'0'.repeat(64)}`);
  expect(unknown.code).toBe(1);
  expect(unknown.out).toContain('✗ r：记录中没有核验码 0000');
  expect((await zhenggai('verify', '--head', 'r')).code).toBe(2);
  await opened.behindItsBack(
    `update journal set text = replace(text, '3公里', '30公里') where workflow = 'problem/r/1'`,
  );
  const changed = await zhenggai('verify');
  expect(changed.code).toBe(1);
  expect(changed.out).toContain('✗ problem/r/1 第2条：被改动');
  expect(changed.err).toContain('有1处不符');
});

test('no ledger, and one that does not answer, are said with what to do', async () => {
  const none = await ranIn(folder, ['stats']);
  expect(none).toMatchObject({ code: 3 });
  expect(none.err).toContain('没有找到台账');
  const url = 'postgresql://me:secret@127.0.0.1:9/none';
  const unreachable = await ranIn(folder, ['stats', '--json'], { DATABASE_URL: url });
  expect(unreachable.code).toBe(3);
  expect(unreachable.err).toContain('DATABASE_URL');
  expect(unreachable.err + unreachable.out).not.toContain('secret');
});
