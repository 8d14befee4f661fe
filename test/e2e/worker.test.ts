import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Zhenggai } from '../../client';
import { importFeedback } from '../../documents';
import { toReception } from '../../documents/reception';
import { readPeople } from '../../domain/people-schema';
import { realTime } from '../../domain/plan-clock';
import { readPolicy } from '../../domain/policy-schema';
import type { Reception } from '../../domain/reception';
import { playLife } from './lives';
import type { Line } from '../../chaos/model/history';
import { gapsIn } from '../../chaos/model/tally';
import { journalsIn } from '../../chaos/store';
import { killGroup } from '../../chaos/world/process';
import { newStore, start, until, untilPrinted, type Zheng } from './up-process';
import { startBareServer, type BareServer } from './worker-process';

const root = join(__dirname, '..', '..');
const text = (...parts: readonly string[]): string => readFileSync(join(root, ...parts), 'utf8');

/** The sample under the rules of real life. */
function reception(id: string): Reception {
  const file = readFileSync(join(root, 'sample', 'feedback.yaml'));
  return toReception(importFeedback(file, 'feedback.yaml'), {
    id,
    unit: null,
    feedbackOn: null,
    policy: readPolicy(text('policies', 'default.yaml'), 'default.yaml'),
    clock: realTime,
    people: readPeople(text('sample', 'people.yaml'), 'people.yaml'),
    asIs: false,
  });
}

const store = newStore();
let server: BareServer;
let worker: Zheng;

const startWorker = (...args: readonly string[]): Zheng =>
  start(store.path, ['worker', ...args], { TEMPORAL_ADDRESS: server.address });

beforeAll(async () => {
  server = await startBareServer(store.path);
  worker = startWorker('--register');
  await untilPrinted(worker, '按 Ctrl-C 停止');
});

afterAll(async () => {
  killGroup(worker.process.pid);
  await server.stop();
  store.remove();
});

const lived = [7];

/** One problem's life and the beginning of the others. */
async function play(id: string): Promise<ReadonlyMap<string, readonly Line[]>> {
  const zhenggai = new Zhenggai({ client: server.client, deadlineMs: 20_000 });
  const received = reception(id);
  await zhenggai.receive(received);
  for (const seq of lived) await playLife(zhenggai, received, seq);
  return recorded(id);
}

/** What was recorded of this rectification, with everything that differs between two equal runs taken out. */
function recorded(id: string): ReadonlyMap<string, readonly Line[]> {
  const all = [...journalsIn(store.path)].filter(([workflow]) =>
    workflow.startsWith(`problem/${id}/`),
  );
  return new Map(
    all.map(([workflow, lines]) => [workflow.replace(id, 'X'), lines.map(likeAny(id))]),
  );
}

const likeAny =
  (id: string) =>
  (line: Line): Line =>
    JSON.parse(
      JSON.stringify(line)
        .replaceAll(id, 'X')
        .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT'),
    ) as Line;

test('it says what it registered and where it keeps things', () => {
  expect(worker.printed()).toMatch(/检索属性：新增 Unit、.*Incident/);
  expect(worker.printed()).toContain(join(store.path, 'journal'));
});

test('killed again and again, a worker leaves the journal of an undisturbed run', async () => {
  const undisturbed = await play('calm');
  let isOver = false;
  const playing = play('storm').finally(() => (isOver = true));
  for (let kill = 0; kill < 4 && !isOver; kill += 1) {
    await pause(300 + Math.random() * 1200);
    killGroup(worker.process.pid);
    await worker.finished;
    worker = startWorker();
  }
  const disturbed = await playing;
  expect([...disturbed].flatMap(([each, lines]) => gapsIn(each, lines))).toEqual([]);
  for (const seq of lived) {
    const [lines, others] = [disturbed, undisturbed].map(
      (each) => each.get(`problem/X/${seq}`) ?? [],
    );
    expect(lines).not.toEqual([]);
    expect(steps(lines)).toEqual(steps(others));
    expect(outcomes(lines)).toEqual(outcomes(others));
  }
});

/** All but outcomes, in order. What runs together comes back in any order, and with it the places in between. */
function steps(lines: readonly (Line & { readonly reason?: unknown })[] = []): readonly unknown[] {
  return lines
    .filter(({ kind }) => kind !== 'outcome')
    .map(({ kind, event, fields, by, reason }) => ({ kind, event, fields, by, reason }));
}

/** What came back of activities, children and signals, in any order. */
function outcomes(lines: readonly Line[] = []): readonly string[] {
  return lines
    .filter(({ kind }) => kind === 'outcome')
    .map(({ event, fields }) => JSON.stringify({ event, fields }))
    .sort();
}

test('asked to terminate, it drains and ends with exit code 0', async () => {
  await until(() => worker.printed().includes('✓ 启动工作进程'), 60, worker.printed);
  worker.process.kill('SIGTERM');
  expect((await worker.finished).code).toBe(0);
  expect(worker.printed()).toContain('工作进程已停止');
});

test('without an address it says which variable is missing', async () => {
  const { code, err } = await start(store.path, ['worker'], { TEMPORAL_ADDRESS: '' }).finished;
  expect(code).toBe(2);
  expect(err).toContain('TEMPORAL_ADDRESS');
});
