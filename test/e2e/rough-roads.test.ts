// A real server and a worker: what commands meet on their way, and that each arrives once all the same.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createBook } from '../../chaos/load/book';
import { createSender, type Command } from '../../chaos/load/sender';
import { startLoneProblem } from '../../chaos/load/lone-problem';
import { gapsIn, tallyCommands } from '../../chaos/model/tally';
import { chaosPolicy } from '../../chaos/policy';
import { journalsIn } from '../../chaos/store';
import { freePort } from '../../chaos/world/free-port';
import { type Place } from '../../chaos/world/place';
import { createServer, type Server } from '../../chaos/world/server';
import { sentLines } from '../../cli/sent-words';
import { Zhenggai } from '../../client';
import { killGroup } from '../../chaos/world/process';
import { newStore, start, until, untilPrinted, type Zheng } from './up-process';

const root = join(__dirname, '..', '..');
const store = newStore();
let place: Place;
let server: Server;
let worker: Zheng;
let client: Client;
let connection: Connection;

const startWorker = async (...args: readonly string[]): Promise<void> => {
  worker = start(store.path, ['worker', ...args], { TEMPORAL_ADDRESS: place.address });
  await untilPrinted(worker, '✓ 启动工作进程');
};

beforeAll(async () => {
  const [port, uiPort] = [await freePort(), await freePort()];
  const temporal = process.env['TEMPORAL_CLI_PATH'] ?? 'temporal';
  const address = `127.0.0.1:${port}`;
  place = { store: store.path, address, port, uiPort, temporal, smtpUrl: '' };
  mkdirSync(store.path, { recursive: true });
  server = createServer(place);
  await server.start();
  await startWorker('--register');
  connection = await Connection.connect({ address });
  client = new Client({ connection });
});

afterAll(async () => {
  await connection.close();
  killGroup(worker.process.pid);
  await server.kill();
  store.remove();
});

const recorded = (workflow: string) => journalsIn(store.path).get(workflow) ?? [];
const linesOf = (workflow: string, id: string) =>
  recorded(workflow).filter(({ cause }) => cause === id);

const report = (workflow: string, id: string): Command => ({
  ...{ workflow, id, event: 'report', by: 'office' },
  fields: { text: id },
});

async function untilRecorded(zhenggai: Zhenggai, workflow: string): Promise<void> {
  const rested = async (): Promise<boolean> => (await zhenggai.problem(workflow)).unrecorded === 0;
  await until(rested, 60, () => `${workflow} records`);
}

test.each([
  ['continues as new after every second step', { continueAfterSteps: 2 }],
  ['never does', {}],
])(
  'a problem that %s takes 300 mixed commands of many senders once each',
  async (title, tuning) => {
    const workflow = await startLoneProblem(
      client,
      chaosPolicy(root),
      `stream-${title.length}`,
      tuning,
    );
    const zhenggai = new Zhenggai({ client, deadlineMs: 60_000 });
    const book = createBook();
    const sender = createSender(client, zhenggai, book);
    const numbers = Array.from({ length: 300 }, (_each, index) => index)[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      for (const index of numbers) {
        const manner = (['signal', 'update', 'twice'] as const)[index % 3] ?? 'update';
        await sender.send(report(workflow, `c${index}`), manner);
      }
    };
    await Promise.all(Array.from({ length: 12 }, lane));
    await untilRecorded(zhenggai, workflow);
    expect(tallyCommands(book.commands, recorded)).toEqual({
      ...{ accepted: 300, lost: [], twice: [], misanswered: [] },
    });
    expect(gapsIn(workflow, recorded(workflow))).toEqual([]);
  },
);

test('a payload of 3 MB is not taken, and the problem lives on', async () => {
  const workflow = await startLoneProblem(client, chaosPolicy(root), 'huge');
  const zhenggai = new Zhenggai({ client });
  const huge = { text: 'x'.repeat(3_000_000) };
  const [refused] = await zhenggai.send(workflow, 'report', {
    ...{ by: 'office', commandId: 'huge', fields: huge },
  });
  expect(refused).toMatchObject({ outcome: 'refused', refused: { why: [{ code: 'tooLarge' }] } });
  await expect(client.workflow.getHandle(workflow).signal('report', huge)).rejects.toThrow();
  const [sent] = await zhenggai.send(workflow, 'report', {
    ...{ by: 'office', commandId: 'small', fields: { text: 'small' } },
  });
  expect(sent?.outcome).toBe('accepted');
  await untilRecorded(zhenggai, workflow);
  expect(linesOf(workflow, 'huge')).toEqual([]);
  expect(linesOf(workflow, 'small')).toHaveLength(1);
});

test('with the server gone a command waits for its deadline, says so, and is applied once when it is said again', async () => {
  const workflow = await startLoneProblem(client, chaosPolicy(root), 'gone');
  const patient = new Zhenggai({ client, deadlineMs: 90_000 });
  await untilRecorded(patient, workflow);
  await server.kill();
  const since = performance.now();
  const deadlineMs = 3000;
  const sending = { by: 'office', commandId: 'patience', fields: { text: 'again' } };
  const hasty = new Zhenggai({ client, deadlineMs });
  const [sent] = await hasty.send(workflow, 'report', sending);
  expect(['unreachable', 'unknown']).toContain(sent?.outcome);
  // Past its deadline it asks once whether the server or only the worker is missing: two seconds more.
  expect(performance.now() - since).toBeLessThan(deadlineMs + 2000 + 5000);
  const said = await start(store.path, ['report', workflow, '--by', 'office', '--text', 'x'], {
    TEMPORAL_ADDRESS: place.address,
  }).finished;
  expect(said.code).toBe(3);
  expect(said.err).toContain('没有应答');
  await server.start();
  const answers = [];
  for (let again = 0; again < 2; again += 1)
    answers.push(await patient.send(workflow, 'report', sending));
  const [first, second] = answers.flat();
  if (first?.outcome !== 'accepted' || second?.outcome !== 'accepted')
    throw new Error(JSON.stringify(answers));
  expect(second.answer.sequence).toBe(first.answer.sequence);
  await untilRecorded(patient, workflow);
  expect(linesOf(workflow, 'patience').map(({ sequence }) => sequence)).toEqual([
    first.answer.sequence,
  ]);
});

test('a command that waits for a worker when the server goes is known to nobody, and is applied once when it is said again', async () => {
  const workflow = await startLoneProblem(client, chaosPolicy(root), 'cut');
  // The dead worker's own queue is waited for, then the restarted server's: that takes its time.
  const patient = new Zhenggai({ client, deadlineMs: 90_000 });
  await untilRecorded(patient, workflow);
  killGroup(worker.process.pid);
  await worker.finished;
  const hasty = new Zhenggai({ client, deadlineMs: 5000 });
  const sending = { by: 'office', commandId: 'cut-off', fields: { text: 'cut off' } };
  const sent = hasty.send(workflow, 'report', sending);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await server.kill();
  const [outcome] = await sent;
  if (outcome === undefined) throw new Error('no outcome');
  expect(['unreachable', 'unknown']).toContain(outcome.outcome);
  expect(sentLines(outcome, '报进展').join()).toContain('--command-id cut-off');
  await server.start();
  await startWorker();
  const [again] = await patient.send(workflow, 'report', sending);
  expect(again?.outcome).toBe('accepted');
  await untilRecorded(patient, workflow);
  expect(linesOf(workflow, 'cut-off')).toHaveLength(1);
});
