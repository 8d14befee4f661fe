import { setTimeout as pause } from 'node:timers/promises';
import { sendSafely } from '../paths/play';
import { startServer, type Server } from '../server';
import { allRecorded, startProblem } from './problem';

// Many senders, each with its next update ready the moment the last is answered: no run ever sees a pause. The server takes
// 2,000 updates a run and no more, so a run that waited for a pause before it ends would end badly.
const senders = 16;
const wanted = 2;
const patience = 90_000;

let server: Server;
beforeAll(async () => {
  server = await startServer({ real: true });
});
afterAll(async () => server.stop());

test('a stream of updates that never pauses keeps no run from ending, and loses none', async () => {
  const handle = await startProblem(server, { tuning: { continueAfterSteps: 20 } });
  const runs = new Set<string>();
  const answered = new Set<number>();
  let sent = 0;
  const giveUpAt = Date.now() + patience;
  const isOver = (): boolean => runs.size > wanted || Date.now() > giveUpAt;
  const stream = async (sender: number): Promise<void> => {
    for (let index = 0; !isOver(); index += 1) {
      const fields = { by: 'handler', text: `第${index}条` };
      sent += 1;
      const answer = await sendSafely(handle, 'report', [fields], `${sender}-${index}`);
      answered.add((answer as { readonly sequence: number }).sequence);
    }
  };
  const look = async (): Promise<void> => {
    for (; !isOver(); await pause(20)) runs.add((await handle.describe()).runId);
  };
  await Promise.all([...Array.from({ length: senders }, (_each, index) => stream(index)), look()]);
  expect(runs.size).toBeGreaterThan(wanted);
  expect(answered.size).toBe(sent);
  await allRecorded(server, handle);
  const lines = server.journal(handle.workflowId);
  const reports = lines.filter(({ kind, event }) => kind === 'accepted' && event === 'report');
  expect(new Set(reports.map(({ sequence }) => sequence))).toEqual(answered);
});
