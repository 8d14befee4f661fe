import type { Told } from '../../../client';
import { sendOne } from '../../../client/send';

test('whoever counts commands is told how each came out and how long it took, and nothing that was written', async () => {
  const told: Told[] = [];
  const calls = { client: {} as never, taskQueue: '', deadlineMs: 1 };
  const fields = { text: '长'.repeat(70_000) };
  await sendOne({ ...calls, onSent: (each) => told.push(each) }, 'problem/r/1', {
    ...{ id: 'c-1', event: 'report', by: { by: 'li-na' }, fields },
  });
  expect(told).toEqual([
    {
      ...{ workflow: 'problem/r/1', event: 'report', commandId: 'c-1', outcome: 'refused' },
      ...{ sequence: null, repeated: false },
      seconds: expect.any(Number) as number,
    },
  ]);
});
