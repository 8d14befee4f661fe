import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inspectLedger } from '../../chaos/ledger';
import { gapsIn } from '../../chaos/model/tally';
import { journalsIn } from '../../chaos/store';
import { freePort } from '../../chaos/world/free-port';
import { killGroup } from '../../chaos/world/process';
import { embeddedServer } from '../../chaos/world/world';
import type { Report } from '../../cli/reconcile/report';
import { outbox, repeated, tellings } from './store-contents';
import { killAll, newStore, run, start, untilPrinted, type Zheng } from './up-process';

const store = newStore();
const ready = '整改系统已启动';
let up: Zheng;

beforeAll(async () => {
  const ports = ['--port', String(await freePort()), '--ui-port', String(await freePort())];
  up = start(store.path, ['up', ...ports]);
  await untilPrinted(up, ready);
});

afterAll(async () => {
  await killAll(up, store.path);
  store.remove();
});

interface Row {
  readonly workflow: string;
}

async function listed(): Promise<readonly string[]> {
  const { out, err, code } = await run(store.path, 'list', '--json');
  if (code !== 0) throw new Error(err);
  return (JSON.parse(out) as readonly Row[]).map(({ workflow }) => workflow).sort();
}

const twelve = Array.from({ length: 12 }, (_, index) => `problem/demo/${index + 1}`).sort();

test('a new store comes up with the twelve problems of the sample', async () => {
  expect(await listed()).toEqual(twelve);
});

test('a second up on the same store is refused and says by whom it is used', async () => {
  const { code, err } = await run(store.path, 'up');
  expect(code).toBe(1);
  expect(err).toContain(`正由另一个 zhenggai up 使用（进程 ${up.process.pid}）`);
});

test('reminders and a red lamp reach the outbox within seconds', async () => {
  await untilPrinted(up, '🔵 蓝灯 → ');
  await untilPrinted(up, '🔴 红灯 → ');
  expect(outbox(store.path).length).toBeGreaterThan(0);
});

test('killed with everything it started, it goes on from where it was', async () => {
  const before = journalsIn(store.path);
  await pause(Math.random() * 2000);
  await killAll(up, store.path);
  expect((await run(store.path, 'stats')).out).toContain('demo：共12个问题');
  up = start(store.path, ['up']);
  await untilPrinted(up, ready);
  expect(await listed()).toEqual(twelve);
  const after = journalsIn(store.path);
  for (const [workflow, lines] of before)
    expect(after.get(workflow)?.slice(0, lines.length)).toEqual(lines);
});

test('a server that outlived its killed parent is stopped before the next one starts', async () => {
  const orphan = embeddedServer(store.path);
  killGroup(up.process.pid);
  await up.finished;
  // For the next test: with the ledger gone, Temporal's histories are all there is of what was over.
  rmSync(join(store.path, 'ledger'), { recursive: true });
  up = start(store.path, ['up']);
  await untilPrinted(up, ready);
  expect(up.printed()).toContain(`已停掉遗留的 Temporal 服务器（进程 ${orphan}）`);
  expect(await listed()).toEqual(twelve);
});

test('a ledger that was lost is built again from the histories alone, while everything runs', async () => {
  const { address, ledger } = JSON.parse(
    readFileSync(join(store.path, 'running.json'), 'utf8'),
  ) as Readonly<Record<string, string>>;
  const elsewhere = newStore();
  const env = { TEMPORAL_ADDRESS: address ?? '', DATABASE_URL: ledger ?? '' };
  const { code, out } = await start(elsewhere.path, ['reconcile', '--json'], env).finished;
  elsewhere.remove();
  expect(code).toBe(0);
  const report = JSON.parse(out) as Report;
  expect(report.sums).toMatchObject({
    problem: { workflows: 12, files: 0 },
    rectification: { workflows: 1, files: 0 },
  });
  expect(report.behind.length).toBeGreaterThan(12);
  const { faults, strange } = await inspectLedger(store.path, journalsIn(store.path));
  expect([faults, strange]).toEqual([[], []]);
});

test('the ports are those of the first time', () => {
  const running = JSON.parse(readFileSync(join(store.path, 'running.json'), 'utf8')) as {
    readonly address: string;
  };
  const { grpc } = JSON.parse(readFileSync(join(store.path, 'ports.json'), 'utf8')) as {
    readonly grpc: number;
  };
  expect(running.address).toBe(`127.0.0.1:${grpc}`);
  expect(up.printed()).not.toContain('已被占用');
});

test('Ctrl-C, also when npm passes it on a second time, drains, stops the server and ends with exit code 0', async () => {
  const server = embeddedServer(store.path);
  up.process.kill('SIGINT');
  await pause(300);
  up.process.kill('SIGINT');
  const { code } = await up.finished;
  expect(code).toBe(0);
  expect(existsSync(join(store.path, 'running.json'))).toBe(false);
  expect(() => process.kill(server ?? 0, 0)).toThrow('ESRCH');
});

test('after all this the ledger is whole, and has nothing otherwise than the journals', async () => {
  // What was cut off between journal and ledger is recorded again a minute later: the ledger may be a few lines behind.
  const { lines, faults, strange } = await inspectLedger(store.path, journalsIn(store.path));
  expect(lines).toBeGreaterThan(100);
  expect(faults).toEqual([]);
  expect(strange).toEqual([]);
  const { code, out } = await run(store.path, 'verify');
  expect(code).toBe(0);
  expect(out).toContain(`✓ ${lines}条流转记录完整`);
});

test('after all this reconcile finds every line of the files in the ledger', async () => {
  const first = await run(store.path, 'reconcile');
  expect(first.code).toBe(0);
  expect(first.out).toContain('没有与 Temporal 核对');
  const { code, out } = await run(store.path, 'reconcile', '--dry-run', '--json');
  expect(code).toBe(0);
  // A recording that was killed is tried again a minute later: the ledger has it from the history, the files not yet.
  for (const { files, before, after } of Object.values((JSON.parse(out) as Report).sums)) {
    expect(files).toBeGreaterThan(0);
    expect([after - before, files <= after]).toEqual([0, true]);
  }
});

test('after all this no journal has a gap and nobody was told anything twice', () => {
  expect([...journalsIn(store.path)].flatMap(([each, lines]) => gapsIn(each, lines))).toEqual([]);
  const mails = outbox(store.path);
  expect(repeated(mails.map(({ key }) => key))).toEqual([]);
  expect(repeated(tellings(mails))).toEqual([]);
});
