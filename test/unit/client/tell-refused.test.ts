import { sendOne } from '../../../client/send';
import type { OnRefused, RefusedCommand } from '../../../client/tell-refused';

/** Refused for its size, before any server is asked. */
const command = {
  ...{ id: 'c-1', event: 'report', by: { by: 'li-na' } },
  fields: { text: '长'.repeat(70_000) },
};

const send = (onRefused: OnRefused) =>
  sendOne({ client: {} as never, taskQueue: '', deadlineMs: 1, onRefused }, 'problem/r/1', command);

test('whoever wants to know is told of a refused command: which, by whom, why, when', async () => {
  const told: RefusedCommand[] = [];
  await send((refusal) => Promise.resolve(void told.push(refusal)));
  expect(told).toMatchObject([
    {
      ...{ workflow: 'problem/r/1', commandId: 'c-1', event: 'report' },
      by: { decidedBy: 'li-na', recordedBy: 'li-na' },
      refused: { why: [{ code: 'tooLarge' }] },
      at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    },
  ]);
});

test('the answer is the same when that fails, at once or later', async () => {
  for (const onRefused of [
    () => Promise.reject(new Error('no ledger')),
    () => {
      throw new Error('no ledger');
    },
  ])
    expect(await send(onRefused)).toMatchObject({ outcome: 'refused', commandId: 'c-1' });
});

test('and comes after a few seconds when that never ends', async () => {
  jest.useFakeTimers();
  try {
    const answer = send(() => new Promise(() => undefined));
    await jest.advanceTimersByTimeAsync(5000);
    expect(await answer).toMatchObject({ outcome: 'refused' });
  } finally {
    jest.useRealTimers();
  }
});
