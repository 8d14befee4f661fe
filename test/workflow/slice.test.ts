import { randomUUID } from 'node:crypto';
import type { StartNew } from '../../engine/temporal';
import { contextFor } from './cast';
import { startServer, type Server } from './server';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('an immediate problem is accepted, submitted, reviewed by three and signed off', async () => {
  const workflowId = `problem/slice/${randomUUID()}`;
  const start: StartNew = {
    kind: 'new',
    machine: { name: 'immediate', version: '1' },
    input: contextFor({ kind: 'immediate' }) as never,
  };
  const handle = await server.client.workflow.start('problem', {
    workflowId,
    taskQueue: server.taskQueue,
    args: [start],
  });
  await server.env.sleep('1s');
  await handle.executeUpdate('accept', { args: [{ by: 'head' }] });
  await expect(
    handle.executeUpdate('submit', { args: [{ by: 'office', text: '已整改' }] }),
  ).rejects.toThrow();
  await handle.executeUpdate('submit', { args: [{ by: 'handler', text: '已整改' }] });
  for (const by of ['head', 'leader', 'office'])
    await handle.executeUpdate('approve', { args: [{ by }] });
  await server.env.sleep('400 days');
  const view = await handle.query('view', 'supervisor');
  console.log(JSON.stringify(view, null, 1).slice(0, 6000));
  console.log(
    server
      .journal(workflowId)
      .map((l) => JSON.stringify(l))
      .join('\n'),
  );
  console.log(server.messages.map((m) => `${m.day} ${m.to.name} ${m.subject}`).join('\n'));
});
