import { WorkflowUpdateFailedError } from '@temporalio/client';
import { RawValue } from '@temporalio/common';
import type { WorkflowHandle } from '@temporalio/client';
import { startServer, type Server } from '../server';
import { failedTasks, startProblem } from './problem';

let server: Server;
let handle: WorkflowHandle;
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => server.stop());
beforeEach(async () => {
  handle = await startProblem(server);
  await server.env.sleep('2 seconds');
});

const raw = (encoding: string, data: string): RawValue =>
  RawValue.fromPayload({
    metadata: { encoding: Buffer.from(encoding) },
    data: Buffer.from(data),
  });
const json = (data: string): RawValue => raw('json/plain', data);
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const fine = { by: 'handler', text: '进展' };

const oddPayloads: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a text', 'report'],
  ['a number', 7],
  ['a list', [fine]],
  ['an empty object', {}],
  ['100 KB of text', { by: 'handler', text: '长'.repeat(100_000) }],
  ['an encoding nobody knows', raw('binary/strange', 'xyz')],
  ['JSON that is none', json('{"by":')],
  ['an encrypted payload without a key', raw('binary/encrypted', '\u0000\u0001')],
  ['nothing at all', raw('binary/null', '')],
  ['a key called __proto__', json('{"__proto__":{"text":"x"},"by":"handler"}')],
  ['a key called constructor', json('{"constructor":{"prototype":{}},"by":"handler","text":"x"}')],
  ['a sender that is a list', { by: ['handler'], text: 'x' }],
  ['a sender that is an object of objects', { by: { decidedBy: { toString: 1 } }, text: 'x' }],
  ['a type of its own', { by: 'nobody', type: 'withdraw', text: 'x' }],
  ['an id of objects', { id: { x: 1 }, by: 'stranger', text: 'x' }],
  ['lists 20000 deep', json(deep(20_000))],
  ['a field 20000 lists deep', json(`{"by":"handler","text":${deep(20_000)}}`)],
];

async function stillWorks(before: string): Promise<void> {
  const answer = await handle.executeUpdate<{ readonly state: string }, [unknown]>('report', {
    args: [fine],
  });
  expect(answer.state).toBe(before);
  await server.env.sleep('2 seconds');
  expect(await failedTasks(server, handle)).toBe(0);
}

const standing = async (): Promise<string> =>
  (await handle.query<{ readonly state: string }>('view')).state;

test.each(oddPayloads)('a signal with %s is refused in the journal', async (_title, payload) => {
  const before = await standing();
  await handle.signal('report', payload);
  await server.env.sleep('2 seconds');
  const refused = server.journal(handle.workflowId).filter(({ kind }) => kind === 'refused');
  expect(refused).toEqual([expect.objectContaining({ event: 'report' })]);
  expect(String(refused[0]?.reason)).not.toBe('');
  await stillWorks(before);
});

test.each(oddPayloads)(
  'an update with %s is refused and leaves nothing',
  async (_title, payload) => {
    const before = await standing();
    const sent = handle.executeUpdate('report', { args: [payload] });
    await expect(sent).rejects.toBeInstanceOf(WorkflowUpdateFailedError);
    await stillWorks(before);
    const lines = server.journal(handle.workflowId);
    expect(lines.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
  },
);

test('nothing can be sent that is larger than the server takes', async () => {
  const before = await standing();
  const huge = { by: 'handler', text: 'x'.repeat(3_000_000) };
  await expect(
    handle.signal('report', huge).then(async () => {
      // A server that takes it hands it to the engine, which refuses it.
      await server.env.sleep('2 seconds');
      const lines = server.journal(handle.workflowId);
      if (lines.some(({ kind }) => kind === 'refused')) throw new Error('refused by the engine');
    }),
  ).rejects.toThrow();
  await stillWorks(before);
});

const oddNames = ['abracadabra', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '提醒'];

test.each(oddNames)('a signal called %s is refused in the journal', async (name) => {
  const before = await standing();
  await handle.signal(name, fine);
  await server.env.sleep('2 seconds');
  expect(server.journal(handle.workflowId)).toContainEqual(
    expect.objectContaining({ kind: 'refused', event: name }),
  );
  await stillWorks(before);
});

test.each(oddNames)('an update called %s is refused', async (name) => {
  const before = await standing();
  await expect(handle.executeUpdate(name, { args: [fine] })).rejects.toBeInstanceOf(
    WorkflowUpdateFailedError,
  );
  await stillWorks(before);
});

test.each([
  ['no object', json('[1]')],
  ['an effect that cannot be a text', { effect: { toString: 1 }, by: 'office' }],
  ['an effect 20000 lists deep', json(`{"effect":${deep(20_000)},"by":"office"}`)],
])('taking up an incident with %s is refused', async (_title, payload) => {
  const before = await standing();
  const sent = handle.executeUpdate('retryIncident', { args: [payload] });
  await expect(sent).rejects.toBeInstanceOf(WorkflowUpdateFailedError);
  await stillWorks(before);
});

test('internal events are not taken from outside', async () => {
  const before = await standing();
  for (const event of ['datesChanged', 'xstate.init', 'xstate.done.actor.schedule.work'])
    await expect(handle.executeUpdate(event, { args: [{}] })).rejects.toThrow();
  await expect(
    handle.executeUpdate('planApproved', { args: [{ by: 'office' }] }),
  ).rejects.toThrow();
  await stillWorks(before);
});

test('a request to cancel is a line of the journal and changes nothing', async () => {
  const before = await standing();
  await handle.cancel();
  await handle.cancel();
  await server.env.sleep('2 seconds');
  const notices = server.journal(handle.workflowId).filter(({ kind }) => kind === 'notice');
  expect(notices).toEqual([expect.objectContaining({ event: 'cancelRequested' })]);
  await stillWorks(before);
  const { status } = await handle.describe();
  expect(status.name).toBe('RUNNING');
});
