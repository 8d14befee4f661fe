import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { begin, persist, recorded, type Line } from '../../../engine/core';
import type { Answer, RecordRequest, Start } from '../../../engine/temporal';
import { payloadConverterPath } from '../../../worker';
import { startServer, type Server } from '../server';
import { registry } from './bell';
import { bundleMachine, workerFor } from './ways';

// A task that asks for nothing, and an update right after it: a worker that has the workflow not in memory is given both as one,
// and every later replay as two. With no workflow kept in memory that is so each time.

let server: Server;
let workflowBundle: WorkflowBundle;
beforeAll(async () => {
  server = await startServer({ real: true });
  workflowBundle = await bundleMachine('bell', true);
});
afterAll(async () => server.stop());

const lines: Line[] = [];
let recordingTakes = 0;

const activities = {
  tell: () => pause(300),
  tellLater: () => pause(600),
  record: async ({ lines: fresh }: RecordRequest): Promise<void> => {
    await pause(recordingTakes);
    const last = lines.at(-1)?.sequence ?? 0;
    lines.push(...fresh.filter(({ sequence }) => sequence > last));
  },
};

/** As a run that another has continued as: nothing is under way, nothing to be recorded. */
function silent(workflow: string): Start {
  const at = new Date().toISOString();
  const { state } = begin(registry, { name: 'bell', version: '1' }, null, { workflow, at });
  return { kind: 'continued', state: persist(recorded(state, state.sequence)) };
}

const ring = (handle: WorkflowHandle, updateId: string): Promise<Answer> =>
  handle.executeUpdate<Answer, [unknown]>('ring', { args: [{}], updateId });

async function replays(handle: WorkflowHandle): Promise<string> {
  const options = { workflowBundle, dataConverter: { payloadConverterPath } };
  const history = await handle.fetchHistory();
  try {
    await Worker.runReplayHistory(options, history, handle.workflowId);
    return 'fine';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('an update after a task that asked for nothing replays, and is the line that it was answered with', async () => {
  const { taskQueue, worker } = await workerFor(server, workflowBundle, activities, 0);
  await worker.runUntil(async () => {
    const workflowId = `bell/${randomUUID()}`;
    const args = [silent(workflowId)];
    const handle = await server.client.workflow.start('bell', { workflowId, taskQueue, args });
    await pause(500);
    recordingTakes = 2000;
    const answers = [await ring(handle, 'first')];
    expect(await replays(handle)).toBe('fine');
    // Both come back while the recording is under way: a line that waits, and nothing to ask for, twice.
    await pause(1000);
    recordingTakes = 0;
    answers.push(await ring(handle, 'second'));
    expect(await replays(handle)).toBe('fine');
    await pause(2500);
    const numbers = ['first', 'second'].map(
      (id) => lines.find(({ cause }) => cause === id)?.sequence,
    );
    expect(answers.map(({ sequence }) => sequence)).toEqual(numbers);
    expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_line, index) => index + 2));
    expect(await replays(handle)).toBe('fine');
  });
});
