import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Client } from '@temporalio/client';
import { registerAttributes } from '../../cli/worker/prepare-namespace';
import { MissingKeyError, newKey, noKeys, parseKeys, workerConverter } from '../../codec';
import { realTime } from '../../domain/plan-clock';
import type { Reception } from '../../domain/reception';
import { withPrivacy } from '../../engine/temporal/privacy';
import { payloadConverterPath } from '../../worker';
import { namingAttributes } from '../../workflows/contract';
import { workflowBundle } from '../workflow/bundles';
import { defaultPolicy, person, received } from '../workflow/cast';
import { clientWith, startInstallation, type Installation, type Setting } from './installation';
import { readableIn } from './readable-in';
import { newStore, until } from './up-process';
import { startBareServer, type BareServer } from './worker-process';

const store = newStore();
let server: BareServer;
let bundle: WorkflowBundle;
let running: Installation[] = [];

beforeAll(async () => {
  server = await startBareServer(store.path);
  bundle = await workflowBundle();
  await registerAttributes(connection(), 'default');
});

afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  running = [];
});

afterAll(async () => {
  await server.stop();
  store.remove();
});

const connection = (): Setting['connection'] => server.client.connection as Setting['connection'];

async function begin(setting: Pick<Setting, 'taskQueue' | 'keys' | 'failing'>) {
  const { address } = server;
  const begun = await startInstallation({ connection: connection(), address, bundle, ...setting });
  running.push(begun);
  return begun;
}

async function end(installation: Installation): Promise<void> {
  running = running.filter((each) => each !== installation);
  await installation.stop();
}

const databaseFiles = ['temporal.db', 'temporal.db-wal'].map((name) => join(store.path, name));
const readable = (texts: readonly string[]): readonly string[] => readableIn(databaseFiles, texts);

/** Everything in it begins with a word of its own, so that it is found nowhere else. */
function receptionOf(id: string, word: string): Reception {
  const people = [
    person('office', `${word}办事员`, ['office']),
    person('leader', `${word}分管领导`, ['responsibleLeader']),
    person('head', `${word}科长`, ['departmentHead'], `${word}档案科`),
    person('handler', `${word}科员`, ['handler'], `${word}档案科`),
    person('principal', `${word}主任`, ['principal']),
  ];
  const problem = {
    ...received,
    kind: 'immediate' as const,
    title: `${word}库房钥匙无人保管`,
    measures: [
      { text: `${word}建立钥匙登记本`, due: null, completed: false, status: null } as never,
    ],
    assignment: { ...received.assignment, department: `${word}档案科` },
  };
  return {
    id,
    unit: `${word}县档案馆`,
    inspectedBy: null,
    inspection: { from: null, to: null },
    feedbackOn: new Date().toISOString().slice(0, 10),
    policy: defaultPolicy,
    clock: realTime,
    people,
    takenOver: false,
    problems: [problem],
  };
}

/** What a person would not want read: unit, title, names, department, reasons, and what a failing channel said. */
const textsOf = (word: string): readonly string[] =>
  [
    '县档案馆',
    '库房钥匙无人保管',
    '分管领导',
    '科员',
    '档案科',
    '登记本还没有交',
    '已经交接清楚',
    '账页少了三张',
    '磁盘已满',
  ].map((text) => `${word}${text}`);

async function act(
  { zhenggai }: Installation,
  target: string,
  event: string,
  by: string,
  fields: object = {},
): Promise<string> {
  const [sent] = await zhenggai.send(target, event as never, { by, fields: { ...fields } });
  return sent?.outcome ?? 'nothing';
}

/** From acceptance to sign-off, with a refusal and a return on the way. */
async function live(installation: Installation, id: string, word: string): Promise<void> {
  const problem = `problem/${id}/1`;
  await installation.zhenggai.receive(receptionOf(id, word));
  const outcomes = [
    await act(installation, problem, 'accept', 'head'),
    await act(installation, problem, 'approve', 'leader'),
    await act(installation, problem, 'report', 'handler', { text: `${word}登记本还没有交` }),
    await act(installation, problem, 'submit', 'handler', { text: `${word}已经交接清楚` }),
    await act(installation, problem, 'return', 'head', { reason: `${word}账页少了三张` }),
    await act(installation, problem, 'submit', 'handler', { text: `${word}已经交接清楚` }),
    await act(installation, problem, 'approve', 'head'),
    await act(installation, problem, 'approve', 'leader'),
    await act(installation, problem, 'approve', 'office'),
  ];
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(8);
}

/** Which of the attributes with names in them the server has. */
async function namesInIndex(client: Client, workflow: string): Promise<readonly string[]> {
  const { typedSearchAttributes } = await client.workflow.getHandle(workflow).describe();
  const names = typedSearchAttributes.getAll().map(({ key }) => key.name);
  return namingAttributes.filter((name) => names.includes(name));
}

test('texts are found as they are, in base64 wherever they begin, escaped and compressed', () => {
  const text = '库房钥匙无人保管';
  const file = join(store.path, 'sample.bin');
  const at = (shift: number): string =>
    Buffer.from(`${'x'.repeat(shift)}${text}yz`).toString('base64');
  const forms = [
    text,
    at(0),
    at(1),
    at(2),
    gzipSync(text),
    JSON.stringify(text).replace(
      /[^\x20-\x7e]/g,
      (each) => `\\u${each.charCodeAt(0).toString(16)}`,
    ),
  ];
  for (const form of forms) {
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('before'), Buffer.from(form), Buffer.from('after')]),
    );
    expect(readableIn([file], [text, '别的文字'])).toEqual([text]);
  }
});

test('with a key nothing of a life can be read in the database of Temporal; without one all of it', async () => {
  const [one, other] = ['甲乙丙', '丁戊己'];
  const keys = parseKeys(newKey('2026-11-23').line, '');
  const locked = await begin({ taskQueue: 'locked', keys, failing: `${one}磁盘已满` });
  const open = await begin({ taskQueue: 'open', keys: noKeys, failing: `${other}磁盘已满` });
  await Promise.all([live(locked, 'locked', one), live(open, 'open', other)]);
  expect(readable(textsOf(other))).toEqual(textsOf(other));
  expect(readable(textsOf(one))).toEqual([]);
  // What was sent is readable with the key.
  const { context } = await locked.zhenggai.problem('problem/locked/1');
  expect(context.title).toBe(`${one}库房钥匙无人保管`);
  expect(await namesInIndex(locked.client, 'problem/locked/1')).toEqual([]);
  expect(await namesInIndex(open.client, 'problem/open/1')).toHaveLength(namingAttributes.length);
  // Lists ask the workflows for what the index hides.
  const filter = { department: `${one}档案科`, rectification: 'locked' };
  await until(
    async () => (await locked.zhenggai.list(filter)).length === 1,
    10,
    () => 'a list by department',
  );
  expect(await locked.zhenggai.list(filter)).toMatchObject([
    { title: `${one}库房钥匙无人保管`, responsibleLeader: `${one}分管领导`, stage: 'upkeep' },
  ]);
  expect(await locked.zhenggai.rectifications()).toContainEqual(
    expect.objectContaining({ unit: `${one}县档案馆` }),
  );
  // Whoever has no key is told so.
  const stranger = clientWith(connection(), noKeys).workflow;
  await expect(stranger.getHandle('problem/locked/1').query('view', 'head')).rejects.toThrow(
    MissingKeyError,
  );
  // Contents depend on keys and rules, commands do not.
  const history = await locked.client.workflow.getHandle('problem/locked/1').fetchHistory();
  for (const hiddenAttributes of [[], ['Title'], namingAttributes])
    for (const encodeFailures of [true, false])
      await Worker.runReplayHistory(
        {
          workflowBundle: withPrivacy(bundle, {
            encodeFailures,
            hiddenAttributes,
          }),
          dataConverter: { payloadConverterPath, ...workerConverter(keys) },
        },
        history,
        'problem/locked/1',
      );
});

test('keys come, change and go missing in mid-life: everything goes on, and nothing is lost', async () => {
  const [first, second] = [newKey('2026-11-23').line, newKey('2026-11-24').line];
  const word = '庚辛壬';
  const problem = 'problem/mid/1';
  const taskQueue = 'mid';

  // Readable at first.
  const open = await begin({ taskQueue, keys: noKeys });
  await open.zhenggai.receive(receptionOf('mid', word));
  expect(await act(open, problem, 'accept', 'head')).toBe('accepted');
  expect(await namesInIndex(open.client, problem)).toHaveLength(namingAttributes.length);
  await end(open);

  // With a key the old is read, the new is encrypted, and the names leave the index.
  const locked = await begin({ taskQueue, keys: parseKeys(first, '') });
  const fields = { text: `${word}已经交接清楚` };
  expect(await act(locked, problem, 'submit', 'handler', fields)).toBe('accepted');
  expect(readable([fields.text])).toEqual([]);
  await until(
    async () => (await namesInIndex(locked.client, problem)).length === 0,
    10,
    () => 'names that leave the index',
  );
  await end(locked);

  // Without the key nothing is done and nothing fails for good; what is missing stands there for everybody to read.
  const lost = await begin({ taskQueue, keys: noKeys });
  const handle = locked.client.workflow.getHandle(problem);
  await handle.signal('return', { reason: `${word}账页少了三张`, by: 'head' });
  const id = first.split(':')[0] ?? '';
  await until(
    async () => (await failuresOf(locked.client, problem)).some((each) => each.includes(id)),
    20,
    () => 'a failed task',
  );
  expect((await failuresOf(locked.client, problem)).at(-1)).toContain(`缺少密钥 ${id}`);
  expect((await handle.describe()).status.name).toBe('RUNNING');
  expect(lost.lines).toEqual([]);
  await end(lost);

  // With the old key and a new one it goes on from there.
  const changed = await begin({ taskQueue, keys: parseKeys(`${second}\n${first}`, '') });
  await until(
    () => changed.lines.some(({ event }) => event === 'return'),
    90,
    () => 'the signal that waited',
  );
  // One of the same id that is no key of ours: refused with a line in the journal, and nobody is held up.
  const forged = `${second.split(':')[0]}:${Buffer.alloc(32, 7).toString('base64')}`;
  await clientWith(connection(), parseKeys(forged, ''))
    .workflow.getHandle(problem)
    .signal('submit', { text: '伪造', by: 'handler' });
  await until(
    () => JSON.stringify(changed.lines).includes('密文不能解开'),
    20,
    () => 'a line that says why it was refused',
  );
  expect(await act(changed, problem, 'submit', 'handler', fields)).toBe('accepted');
  expect(readable([fields.text, `${word}账页少了三张`])).toEqual([]);
});

/** What the failed tasks of a workflow say, as the server has it. */
async function failuresOf(client: Client, workflow: string): Promise<readonly string[]> {
  const { events } = await client.workflow.getHandle(workflow).fetchHistory();
  return (events ?? []).flatMap(
    ({ workflowTaskFailedEventAttributes: failed }) => failed?.failure?.message ?? [],
  );
}
