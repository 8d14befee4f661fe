import type { WorkflowHandle } from '@temporalio/client';
import { sendSafely } from '../paths/play';
import { startServer, type Server } from '../server';
import { allRecorded, failedTasks, startProblem } from './problem';

// A server for each: one on which a run has continued as new may skip no more time, and the next test would wait for ever.
let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => server.stop());

interface Command {
  readonly id: string;
  readonly as: 'update' | 'signal';
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Two hundred, a third of them twice, updates and signals mixed and shuffled by a fixed rule. */
function commands(): readonly Command[] {
  const once = Array.from({ length: 150 }, (_each, index): Command => {
    const as = index % 3 === 0 ? 'signal' : 'update';
    const text = `第${index}条`;
    return index % 2 === 0
      ? { id: `c${index}`, as, event: 'report', fields: { by: 'handler', text } }
      : { id: `c${index}`, as, event: 'flag', fields: { by: 'office', reason: text } };
  });
  const all = [...once, ...once.filter((_each, index) => index % 3 === 1)];
  return all
    .map((each, index) => [(index * 7919) % 211, each] as const)
    .sort(([one], [other]) => one - other)
    .map(([, each]) => each);
}

async function send(handle: WorkflowHandle, { id, as, event, fields }: Command) {
  if (as === 'signal') {
    await handle.signal(event, { ...fields, id });
    return null;
  }
  return (await sendSafely(handle, event, [fields], id)) as { readonly sequence: number };
}

async function sendAll(handle: WorkflowHandle): Promise<ReadonlyMap<string, Set<number>>> {
  const answers = new Map<string, Set<number>>();
  const waiting = [...commands()];
  const sender = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const answer = await send(handle, next);
      if (answer === null) continue;
      answers.set(next.id, (answers.get(next.id) ?? new Set()).add(answer.sequence));
    }
  };
  await Promise.all(Array.from({ length: 8 }, sender));
  return answers;
}

const timers = async (handle: WorkflowHandle): Promise<readonly string[]> => {
  const view = await handle.query<{ readonly timers: readonly { readonly dueAt: string }[] }>(
    'view',
  );
  return view.timers.map(({ dueAt }) => dueAt);
};

test.each([
  ['a workflow that continues as new after every third step', { continueAfterSteps: 3 }],
  ['a workflow that never does', {}],
])('%s loses none of 200 mixed commands and applies none twice', async (_title, tuning) => {
  const handle = await startProblem(server, { tuning });
  await server.env.sleep('2 seconds');
  const before = await timers(handle);
  expect(before).toHaveLength(1);
  const answers = await sendAll(handle);
  await allRecorded(server, handle);
  const lines = server.journal(handle.workflowId);
  const applied = lines.flatMap(({ kind, cause }) => (kind === 'accepted' ? [String(cause)] : []));
  expect(applied.sort()).toEqual([...new Set(commands().map(({ id }) => id))].sort());
  expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_line, index) => index + 1));
  for (const [id, sequences] of answers) {
    expect(sequences.size).toBe(1);
    const line = lines.find(({ cause }) => cause === id);
    expect([...sequences]).toEqual([line?.sequence]);
  }
  expect(await timers(handle)).toEqual(before);
  expect(await failedTasks(server, handle)).toBe(0);
});
