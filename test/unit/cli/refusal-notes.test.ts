import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusalNotes } from '../../../cli/refusal-notes';
import type { RefusedCommand } from '../../../client';
import { line, openTestLedger, type Opened } from '../ledger/open';
import { ranIn } from './ran';

let opened: Opened;
let silent: Server;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-refusals-'));
  opened = await openTestLedger();
  await opened.ledger.append('problem/r/1', [line(1), line(2), line(3)]);
  silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
}, 120_000);
afterAll(async () => {
  silent.close();
  await opened.close();
  rmSync(folder, { recursive: true });
});

const refused = (commandId: string): RefusedCommand => ({
  ...{ workflow: 'problem/r/1', commandId, event: 'approve', fields: { text: '同意' } },
  by: { decidedBy: 'li-na', recordedBy: 'li-na', basis: 'ownSignIn' },
  at: '2026-11-23T01:00:01.500Z',
  refused: {
    kind: 'refused',
    why: [{ code: 'notNow', guard: null, text: 'approve is not accepted here', faults: [] }],
    accepts: [],
  },
});
const env = () => ({ DATABASE_URL: opened.ledger.url });
const waiting = () => readdirSync(join(folder, '.zhenggai', 'refusals'));
const known = async () =>
  (await opened.ledger.refusals.of('problem/r/1')).map(({ command }) => command);

async function note(where: Readonly<Record<string, string>>, ...ids: readonly string[]) {
  const notes = refusalNotes({ env: where, cwd: folder });
  for (const id of ids) await notes.note(refused(id));
  await notes.close();
}

test('without a store and a ledger nothing is kept, and no store is made', async () => {
  await note({}, 'c-0');
  expect(readdirSync(folder)).toEqual([]);
});

test('while the ledger is away, silent or not there, refused commands wait in the store; the next one takes them along', async () => {
  mkdirSync(join(folder, '.zhenggai'));
  const { port } = silent.address() as { readonly port: number };
  const began = Date.now();
  await note({ DATABASE_URL: `postgresql://me@127.0.0.1:${port}/x` }, 'c-1', 'c-2', 'c-3');
  expect(Date.now() - began).toBeLessThan(4000);
  await note({ DATABASE_URL: 'postgresql://me@127.0.0.1:9/x' }, 'c-3', 'c-4');
  expect(waiting()).toHaveLength(4);
  writeFileSync(join(folder, '.zhenggai', 'refusals', 'half.json'), '{');
  await note(env(), 'c-5');
  expect([await known(), waiting()]).toEqual([['c-1', 'c-2', 'c-3', 'c-4', 'c-5'], []]);
});

test('reconcile takes along what still waits', async () => {
  await note({}, 'c-6');
  expect((await ranIn(folder, ['reconcile', '--dry-run'], env())).out).toContain(
    '! 有 1 条未接受的指令等待补记',
  );
  const { code, out } = await ranIn(folder, ['reconcile'], env());
  expect(code).toBe(0);
  expect(out).toContain('✓ 补记未接受的指令 1 条');
  expect(await known()).toContain('c-6');
});

test('journal shows them between the lines of their time, marked; search and stats count them too', async () => {
  const { out } = await ranIn(folder, ['journal', 'problem/r/1'], env());
  const [first, second, third] = out.split('\n');
  expect(first).toMatch(/^ {3}1 {2}.*第1次进展/);
  expect(second).toBe('   ·  2026-11-23 09:00  未接受 审核通过  li-na  同意；现阶段不办理此事');
  expect(third).toMatch(/^ {3}· /);
  const without = await ranIn(folder, ['journal', 'problem/r/1', '--no-refusals'], env());
  expect(without.out).not.toContain('未接受');
  expect((await ranIn(folder, ['search', '现阶段'], env())).out).toContain('未接受的指令（6条');
});
