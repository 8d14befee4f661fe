import { randomUUID } from 'node:crypto';
import { ApplicationFailure, type WorkflowHandle } from '@temporalio/client';
import type { Worker, WorkflowBundle } from '@temporalio/worker';
import type { JournalLine } from '../../../activities';
import type { ActivityRequest, RecordRequest, StartNew } from '../../../engine/temporal';
import { sendSafely } from '../paths/play';
import { startServer, type Server } from '../server';
import { bundleMachine, ways, workerFor } from './ways';

// A machine that knows nothing of rectification, on the real server: in memory, replayed at each step, continued after each.
let server: Server;
let workflowBundle: WorkflowBundle;

beforeAll(async () => {
  server = await startServer({ failing: true });
  workflowBundle = await bundleMachine('parcel', false);
});
afterAll(async () => server.stop());

interface Done {
  readonly name: string;
  readonly key: string;
  readonly input: unknown;
}

/** What the parcel's activities did, and its journal. */
function createWorld() {
  const done: Done[] = [];
  const lines: JournalLine[] = [];
  const doing =
    <T>(name: string, answer: (input: { readonly to?: string }) => T) =>
    ({ key, input }: ActivityRequest<{ readonly to?: string }>): Promise<T> => {
      done.push({ name, key, input });
      return Promise.resolve(answer(input));
    };
  const activities = {
    quote: doing('quote', () => ({ price: 500, hours: 48 })),
    findRoute: doing('findRoute', ({ to }) => {
      if (to === 'nowhere') throw ApplicationFailure.nonRetryable('no such place', 'NoRoute');
      return { depot: 'north' };
    }),
    printLabel: doing('printLabel', () => null),
    remindToPay: doing('remindToPay', () => null),
    leaveCard: doing('leaveCard', () => null),
    tellSender: doing('tellSender', () => null),
    record: ({ lines: fresh }: RecordRequest): Promise<void> => {
      const last = lines.at(-1)?.sequence ?? 0;
      lines.push(...fresh.filter(({ sequence }) => sequence > last).map((line) => ({ ...line })));
      return Promise.resolve();
    },
  };
  return { done, lines, activities };
}

describe.each(ways)('a parcel %s', (_title, tuning, maxCachedWorkflows) => {
  const world = createWorld();
  let taskQueue: string;
  let worker: Worker;
  let running: Promise<void>;

  beforeAll(async () => {
    ({ taskQueue, worker } = await workerFor(
      server,
      workflowBundle,
      world.activities,
      maxCachedWorkflows,
    ));
    running = worker.run();
  });
  afterAll(async () => {
    worker.shutdown();
    await running;
  });

  async function post(sender: string, to: string): Promise<WorkflowHandle> {
    const { workflow } = server.client;
    await workflow.start('order', { workflowId: `order/${sender}`, taskQueue, args: [] });
    const start: StartNew = {
      kind: 'new',
      machine: { name: 'parcel', version: '1' },
      input: { sender, to, grams: 900 },
      tuning,
    };
    const workflowId = `parcel/${sender}`;
    const handle = await workflow.start('parcel', { workflowId, taskQueue, args: [start] });
    await server.env.sleep('5 seconds');
    return handle;
  }

  const send = async (handle: WorkflowHandle, event: string, fields: object) => {
    await sendSafely(handle, event, [fields], randomUUID());
    await server.env.sleep('5 seconds');
  };
  const driver = { role: 'driver' };
  const emitted = (): readonly unknown[] =>
    world.lines.flatMap(({ kind, event }) => (kind === 'emitted' ? [event] : []));
  const names = (): readonly string[] => world.done.map(({ name }) => name);

  test('is paid late, tried, held, sent elsewhere and handed over', async () => {
    const sender = `anna-${randomUUID()}`;
    const handle = await post(sender, 'ben');
    const by = { name: sender };
    await expect(send(handle, 'pay', { by: driver, amount: 500 })).rejects.toThrow();
    await server.env.sleep('4 days');
    await send(handle, 'pay', { by, amount: 500 });
    await send(handle, 'attempt', { by: driver, result: 'nobodyThere' });
    await server.env.sleep('25 hours');
    await send(handle, 'hold', { by: driver });
    await send(handle, 'release', { by: driver });
    await send(handle, 'redirect', { by, to: 'kim' });
    await send(handle, 'attempt', { by: driver, result: 'handedOver' });
    // What one step asks for together comes back in any order.
    expect(names().slice(0, 2)).toEqual(['quote', 'remindToPay']);
    expect(names().slice(2, 4).sort()).toEqual(['findRoute', 'printLabel']);
    expect(names().slice(4)).toEqual(['leaveCard', 'findRoute']);
    expect(new Set(world.done.map(({ key }) => key)).size).toBe(world.done.length);
    expect(emitted()).toEqual(expect.arrayContaining(['late', 'handedOver']));
    expect(world.lines.map(({ sequence }) => sequence)).toEqual(
      world.lines.map((_line, index) => index + 1),
    );
    expect(world.lines.findLast(({ kind }) => kind === 'emitted')).toMatchObject({
      to: 'delivered',
    });
  });

  test('that nobody can route is sent back as another machine, which ends by its own timer', async () => {
    const sender = `eva-${randomUUID()}`;
    world.done.length = 0;
    world.lines.length = 0;
    const handle = await post(sender, 'nowhere');
    const by = { name: sender };
    await send(handle, 'pay', { by, amount: 500 });
    const stuck = await handle.query<{ readonly state: string }>('view');
    expect(stuck.state).toBe('stuck');
    await send(handle, 'giveUp', { by });
    const back = await handle.query<{ readonly machine: object; readonly timers: object[] }>(
      'view',
    );
    expect(back.machine).toEqual({ name: 'parcelReturn', version: '1' });
    expect(back.timers).toHaveLength(1);
    expect(names().filter((name) => name === 'tellSender')).toHaveLength(1);
    await server.env.sleep('15 days');
    expect(world.lines.at(-1)).toMatchObject({ kind: 'timer', to: 'fetched' });
    expect((await handle.describe()).status.name).toBe('COMPLETED');
  });
});
