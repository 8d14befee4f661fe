import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { ask } from '../../../engine/client';
import { bundleOptions } from '../../../worker/bundler-options';
import { keptBundle } from '../bundles';
import { startServer, type Server } from '../server';
import { workerFor } from './ways';

// Twenty workflows are asked while no worker runs, and live on meanwhile: two timers of each fire before a worker comes.

let server: Server;
beforeAll(async () => {
  server = await startServer({ real: true });
});
afterAll(async () => server.stop());

const activities = { tell: () => Promise.resolve() };
const options = bundleOptions(join(__dirname, 'clocked-workflows.ts'));

interface Asked {
  readonly answers: readonly unknown[];
  readonly failedReplays: number;
}

async function askBetweenTasks(workflowBundle: WorkflowBundle): Promise<Asked> {
  const { taskQueue, worker } = await workerFor(server, workflowBundle, activities, 100);
  const handles = await worker.runUntil(async () => {
    const started = Array.from({ length: 20 }, (_each, index) =>
      server.client.workflow.start('clocked', { taskQueue, workflowId: `${taskQueue}/${index}` }),
    );
    const all = await Promise.all(started);
    await pause(500);
    return all;
  });
  const answers = Promise.all(handles.map((handle) => ask<number>(handle, 'done')));
  await pause(3500);
  const { worker: another } = await workerFor(server, workflowBundle, activities, 100, taskQueue);
  await another.runUntil(async () => {
    await answers;
    await Promise.all(handles.map((handle) => handle.result()));
  });
  const histories = handles.map(async (handle) => ({
    workflowId: handle.workflowId,
    history: await handle.fetchHistory(),
  }));
  let failedReplays = 0;
  for await (const { error } of Worker.runReplayHistories(
    { workflowBundle },
    await Promise.all(histories),
  ))
    if (error !== undefined) failedReplays += 1;
  return { answers: await answers, failedReplays };
}

test('a question that waited for a worker breaks nothing, and is answered', async () => {
  const { answers, failedReplays } = await askBetweenTasks(await keptBundle(options));
  expect(failedReplays).toBe(0);
  expect(answers.every((answer) => typeof answer === 'number')).toBe(true);
});

// When this fails, the SDK has mended it, and engine/temporal/stale-query.ts can go.
test('without the interceptor some of their histories no longer replay', async () => {
  const bare = await keptBundle({ ...options, workflowInterceptorModules: [] });
  const { failedReplays } = await askBetweenTasks(bare);
  expect(failedReplays).toBeGreaterThan(0);
});
