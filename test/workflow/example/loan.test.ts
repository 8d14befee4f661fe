import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultLogger, Worker } from '@temporalio/worker';
import { commandsTo, startInstance } from '../../../engine/client';
import type { ActivityRequest, Line, RecordRequest } from '../../../engine';
import { keptBundle } from '../bundles';
import { startServer, type Server } from '../server';
import { loan, registry } from './loan';

// The worked example of engine/README.md, as it stands there, on the real server.
const day = 86_400_000;
const ada = { by: { reader: 'ada' } };

let server: Server;
let worker: Worker;
let running: Promise<void>;
const reminders: string[] = [];
const lines: Line[] = [];

const activities = {
  reserve: async () => ({
    dueAt: new Date((await server.env.currentTimeMs()) + 28 * day).toISOString(),
  }),
  remind: ({ key }: ActivityRequest) => Promise.resolve(void reminders.push(key)),
  record: (request: RecordRequest) => Promise.resolve(void lines.push(...request.lines)),
};

beforeAll(async () => {
  server = await startServer();
  const workflowBundle = await keptBundle({
    workflowsPath: join(__dirname, 'workflows.ts'),
    logger: new DefaultLogger('WARN'),
  });
  const { nativeConnection: connection } = server.env;
  worker = await Worker.create({ connection, taskQueue: 'loans', workflowBundle, activities });
  running = worker.run();
});
afterAll(async () => {
  worker.shutdown();
  await running;
  await server.stop();
});

test('a book is lent, extended, overdue and given back', async () => {
  const handle = await startInstance(server.client.workflow, registry, {
    ...{ workflowId: 'loan/moby-dick', taskQueue: 'loans', machine: 'loan' },
    input: { book: 'Moby-Dick' },
  });
  const commands = commandsTo(handle, loan);
  await server.env.sleep('1 day');
  const { timers, may } = await commands.view(ada.by);
  expect(may.map(({ type }) => type)).toEqual(['extend', 'giveBack']);
  const [due] = timers;

  const first = await commands.send('extend', { days: 7 }, { ...ada, id: 'first' });
  expect(await commands.send('extend', { days: 7 }, { ...ada, id: 'first' })).toEqual(first);
  await commands.send('extend', { days: 7 }, ada);
  await expect(commands.send('extend', { days: 7 }, ada)).rejects.toThrow(
    'it has been extended twice (accepted now: giveBack)',
  );
  // @ts-expect-error: an event's fields are typed by its description
  await expect(commands.send('extend', { days: 'seven' }, ada)).rejects.toThrow(/days/);
  const [later] = (await commands.view()).timers;
  expect(Date.parse(later?.dueAt ?? '') - Date.parse(due?.dueAt ?? '')).toBe(14 * day);

  await server.env.sleep(42 * day);
  expect(reminders).toHaveLength(1);
  await server.env.sleep(7 * day);
  expect(new Set(reminders).size).toBe(2);
  await commands.send('giveBack', {}, ada);
  expect(await handle.result()).toEqual({ extensions: 2 });
  expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_line, index) => index + 1));
});

test.each(['loan.ts', 'workflows.ts'])('engine/README.md shows %s word for word', (file) => {
  const readme = readFileSync(join(__dirname, '..', '..', '..', 'engine', 'README.md'), 'utf8');
  const code = readFileSync(join(__dirname, file), 'utf8').replaceAll(
    '../../../engine',
    'zhenggai/engine',
  );
  expect(readme).toContain(code.trim());
});
