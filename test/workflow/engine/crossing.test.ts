import { randomUUID } from 'node:crypto';
import { ApplicationFailure, type WorkflowHandle } from '@temporalio/client';
import type { WorkflowBundle } from '@temporalio/worker';
import type { Line } from '../../../engine/core';
import type { ActivityRequest, RecordRequest, StartNew, Tuning } from '../../../engine/temporal';
import { sendSafely } from '../paths/play';
import { startServer, type Server } from '../server';
import { bundleMachine, ways, workerFor } from './ways';

// Child machines on the real server. They live in their parent's workflow, so nothing of the three ways may show in them.
let server: Server;
let workflowBundle: WorkflowBundle;

beforeAll(async () => {
  server = await startServer();
  workflowBundle = await bundleMachine('crossing', true);
});
afterAll(async () => server.stop());

interface Run {
  readonly lines: readonly Line[];
  readonly done: readonly string[];
  readonly output: unknown;
  readonly standings: readonly unknown[];
}

/** The bulb is fine four times, and then no longer. */
function createWorld() {
  const lines: Line[] = [];
  const done: string[] = [];
  let checks = 0;
  const activities = {
    check: ({ key }: ActivityRequest): Promise<{ readonly watts: number }> => {
      checks += 1;
      done.push(`check ${key}`);
      if (checks > 4) throw ApplicationFailure.nonRetryable('no light', 'Dark');
      return Promise.resolve({ watts: 60 });
    },
    ring: ({ key }: ActivityRequest): Promise<null> => {
      done.push(`ring ${key}`);
      return Promise.resolve(null);
    },
    record: ({ lines: fresh }: RecordRequest): Promise<void> => {
      const last = lines.at(-1)?.sequence ?? 0;
      lines.push(...fresh.filter(({ sequence }) => sequence > last));
      return Promise.resolve();
    },
  };
  return { lines, done, activities };
}

async function play(tuning: Tuning, maxCachedWorkflows: number): Promise<Run> {
  const { lines, done, activities } = createWorld();
  const { taskQueue, worker } = await workerFor(
    server,
    workflowBundle,
    activities,
    maxCachedWorkflows,
  );
  return worker.runUntil(async () => {
    const workflowId = `crossing/${randomUUID()}`;
    const machine = { name: 'crossing', version: '1' };
    const start: StartNew = { kind: 'new', machine, input: null, tuning };
    const { workflow } = server.client;
    const handle = await workflow.start('crossing', { workflowId, taskQueue, args: [start] });
    const standings = await told(handle);
    // Its last timers: only a sleep skips time.
    await server.env.sleep('1 minute');
    const output: unknown = await handle.result();
    return { lines: plain(lines, workflowId), done: plain(done, workflowId), output, standings };
  });
}

/** Between any two things that happen there are seconds, for a busy machine takes its time. */
async function told(handle: WorkflowHandle): Promise<readonly unknown[]> {
  const standings: unknown[] = [];
  const after = async (seconds: number, event: string): Promise<void> => {
    await server.env.sleep(`${seconds} seconds`);
    await sendSafely(handle, event, [{}], randomUUID());
    await server.env.sleep('3 seconds');
    const { state, children } = await handle.query<{ state: string; children: unknown }>('view');
    standings.push([state, children]);
  };
  await after(1, 'LIGHT');
  await after(10, 'HURRY');
  await after(40, 'LATER');
  await after(12, 'DARK');
  await after(5, 'LIGHT');
  return standings;
}

/** Without what differs between two workflows: the id, and the second at which it began. */
function plain<T>(values: readonly T[], workflowId: string): readonly T[] {
  const text = JSON.stringify(values).replaceAll(workflowId, 'crossing');
  return (JSON.parse(text) as T[]).map((value) =>
    typeof value === 'object' ? { ...value, at: '', cause: null } : value,
  );
}

let first: Run | null = null;

test.each(ways)('children %s live the same life', async (_title, tuning, cached) => {
  const run = await play(tuning, cached);
  first ??= run;

  expect(run.output).toEqual([1, 3]);
  expect(run.lines.map(({ sequence }) => sequence)).toEqual(run.lines.map((_line, at) => at + 1));
  expect(run.standings).toEqual(first.standings);
  expect(run.lines).toEqual(first.lines);
  expect(run.done).toEqual(first.done);
});
