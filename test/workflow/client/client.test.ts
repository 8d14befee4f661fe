import { randomUUID } from 'node:crypto';
import { Zhenggai } from '../../../client';
import { realTime } from '../../../domain/plan-clock';
import type { Reception, ReceivedProblem } from '../../../domain/reception';
import { defaultPolicy, people, received } from '../cast';
import { startServer, type Server } from '../server';

let server: Server;
let zhenggai: Zhenggai;
beforeAll(async () => {
  server = await startServer();
  zhenggai = new Zhenggai({
    client: server.client,
    taskQueue: server.taskQueue,
    deadlineMs: 60_000,
  });
});
afterAll(() => server.stop());

function reception(count: number, change: Partial<ReceivedProblem> = {}): Reception {
  return {
    id: randomUUID().slice(0, 8),
    unit: '云川县水务局',
    inspectedBy: null,
    inspection: { from: null, to: null },
    feedbackOn: new Date().toISOString().slice(0, 10),
    policy: defaultPolicy,
    clock: realTime,
    people,
    takenOver: false,
    problems: Array.from({ length: count }, (_, index) => ({
      ...received,
      seq: index + 1,
      title: `问题${index + 1}`,
      digest: `d${index + 1}`,
      ...change,
    })),
  };
}

const problem = (of: Reception, seq: number): string => `problem/${of.id}/${seq}`;
const rectification = (of: Reception): string => `rectification/${of.id}`;

/** The problem's workflow starts a moment after its rectification took it in. */
async function running(of: Reception, seq: number): Promise<string> {
  const workflow = problem(of, seq);
  for (let tries = 0; tries < 100; tries++) {
    const found = await zhenggai.problem(workflow).catch(() => null);
    if (found !== null) return workflow;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${workflow} does not run`);
}

test('what is received again changes nothing', async () => {
  const feedback = reception(3);
  expect(await zhenggai.compare(feedback)).toMatchObject({ standing: 'new', added: [1, 2, 3] });
  const first = await zhenggai.receive(feedback);
  expect(first).toMatchObject({ started: true, added: [1, 2, 3], same: [], changed: [] });
  const additions = () =>
    server.journal(rectification(feedback)).filter(({ event }) => event === 'addProblems');
  await running(feedback, 3);
  while (additions().length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
  const again = await zhenggai.receive(feedback);
  expect(again).toMatchObject({ started: false, added: [], same: [1, 2, 3], changed: [] });
  expect(additions()).toHaveLength(1);
});

test('two who receive at once start it once', async () => {
  const feedback = reception(2);
  const both = await Promise.all([zhenggai.receive(feedback), zhenggai.receive(feedback)]);
  expect(both.filter(({ started }) => started)).toHaveLength(1);
  const { context } = await zhenggai.rectification(rectification(feedback));
  expect(Object.keys(context.problems)).toEqual(['1', '2']);
});

test('a receiving that was interrupted is brought to its end without being asked to amend', async () => {
  const feedback = reception(60);
  const stop = new Error('the power failed');
  const cut = zhenggai.receive(feedback, {
    onProgress: () => {
      throw stop;
    },
  });
  await expect(cut).rejects.toBe(stop);
  expect(await zhenggai.compare(feedback)).toMatchObject({ standing: 'interrupted' });
  const rest = await zhenggai.receive(feedback);
  expect(rest).toMatchObject({ started: false, notAdded: [] });
  expect(rest.added.at(-1)).toBe(60);
  expect(await zhenggai.compare(feedback)).toMatchObject({ standing: 'there', added: [] });
});

test('what differs and what is new is only reported, and taken in with a reason', async () => {
  const feedback = reception(2);
  await zhenggai.receive(feedback);
  await running(feedback, 2);
  const [one = received, two = received] = feedback.problems;
  const problems = [one, { ...two, title: '更正的问题', digest: 'new' }, { ...two, seq: 3 }];
  const later = { ...feedback, problems };

  expect(await zhenggai.receive(later)).toMatchObject({
    same: [1],
    changed: [{ seq: 2, outcome: 'notAsked' }],
    added: [],
    notAdded: [3],
  });
  expect((await zhenggai.problem(problem(feedback, 2))).context.title).toBe('问题2');

  expect(await zhenggai.receive(later, { amend: { reason: '反馈意见勘误' } })).toMatchObject({
    changed: [{ seq: 2, outcome: 'amended', others: [] }],
    added: [3],
  });
  expect((await zhenggai.problem(problem(feedback, 2))).context.title).toBe('更正的问题');
  expect(await zhenggai.receive(later)).toMatchObject({ same: [1, 2, 3], changed: [] });
});

test('a file that no longer names a problem leaves it alone and says so', async () => {
  const feedback = reception(2);
  await zhenggai.receive(feedback);
  const shorter = { ...feedback, problems: feedback.problems.slice(0, 1) };
  expect(await zhenggai.receive(shorter)).toMatchObject({ same: [1], gone: [2] });
});

test('300 problems are received in portions, and all run', async () => {
  const feedback = reception(300, { measures: [], title: '长'.repeat(300) });
  const portions: number[] = [];
  const since = Date.now();
  await zhenggai.receive(feedback, { onProgress: ({ done }) => portions.push(done) });
  expect(portions.at(-1)).toBe(300);
  expect(portions.length).toBeGreaterThanOrEqual(6);
  await zhenggai.problem(problem(feedback, 300));
  expect(Date.now() - since).toBeLessThan(150_000);
});

test('a refusal says why and what is accepted instead, and changes nothing', async () => {
  const feedback = reception(1);
  await zhenggai.receive(feedback);
  const workflow = await running(feedback, 1);
  const [sent] = await zhenggai.send(workflow, 'submit', {
    by: 'handler',
    fields: { text: '已整改' },
  });
  expect(sent).toMatchObject({ outcome: 'refused', refused: { why: [{ code: 'notNow' }] } });
  expect(sent?.outcome === 'refused' && sent.refused.accepts).toContain('accept');
  const [unknown] = await zhenggai.send(workflow, 'accept', { by: 'nobody' });
  expect(unknown).toMatchObject({
    outcome: 'refused',
    refused: { why: [{ code: 'forbidden', guard: 'isKnown' }] },
  });
  const [fields] = await zhenggai.send(workflow, 'submit', { by: 'handler' });
  expect(fields).toMatchObject({ outcome: 'refused', refused: { why: [{ code: 'fields' }] } });
  expect((await zhenggai.problem(workflow)).context.stage).toBe('accepting');
});

test('several problems are answered each for itself, in order', async () => {
  const feedback = reception(2);
  await zhenggai.receive(feedback);
  const targets = [await running(feedback, 1), problem(feedback, 99), await running(feedback, 2)];
  const sent = await zhenggai.send(targets, 'accept', { by: 'head' });
  expect(sent.map(({ workflow, outcome }) => [workflow, outcome])).toEqual([
    [targets[0], 'accepted'],
    [targets[1], 'notFound'],
    [targets[2], 'accepted'],
  ]);
});

test('a command sent twice under one id is applied once', async () => {
  const feedback = reception(1, { kind: 'immediate' });
  await zhenggai.receive(feedback);
  const workflow = await running(feedback, 1);
  await zhenggai.send(workflow, 'accept', { by: 'head' });
  const report = { by: 'handler', fields: { text: '进行中' }, commandId: 'report-1' };
  const [first] = await zhenggai.send(workflow, 'report', report);
  const before = (await zhenggai.problem(workflow)).sequence;
  const [second] = await zhenggai.send(workflow, 'report', report);
  expect(first?.outcome).toBe('accepted');
  expect(second?.outcome).toBe('accepted');
  expect((await zhenggai.problem(workflow)).sequence).toBe(before);
});

test('each person is told what they may do now', async () => {
  const feedback = reception(1);
  await zhenggai.receive(feedback);
  const workflow = await running(feedback, 1);
  const [head = [], reader = []] = await zhenggai.may(workflow, ['head', 'nobody']);
  expect(head.map(({ type }) => type)).toContain('accept');
  expect(reader).toEqual([]);
});

test('all of one person is given to another', async () => {
  const feedback = reception(3);
  await zhenggai.receive(feedback);
  for (const { seq } of feedback.problems) await running(feedback, seq);
  const sent = await zhenggai.reassignAll({
    from: 'handler',
    to: 'handler2',
    by: { by: 'office' },
    rectification: rectification(feedback),
  });
  expect(sent.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted']);
  const { context } = await zhenggai.problem(problem(feedback, 2));
  expect(context.assignment.handlers).toEqual(['handler2']);
});

test('a closed problem is opened again by a relapse, and by nothing else', async () => {
  const feedback = reception(1, { kind: 'immediate' });
  await zhenggai.receive(feedback);
  const workflow = await running(feedback, 1);
  await zhenggai.send(workflow, 'withdraw', {
    by: 'supervisor',
    fields: { reason: '撤销' },
    commandId: 'withdraw-1',
  });
  for (let tries = 0; tries < 100; tries++) {
    const { status } = await server.client.workflow.getHandle(workflow).describe();
    if (status.name === 'COMPLETED') break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const closed = await zhenggai.problem(workflow);
  expect(closed).toMatchObject({ status: 'done', context: { stage: 'closed', round: 1 } });

  const [accept] = await zhenggai.send(workflow, 'accept', { by: 'head' });
  expect(accept).toMatchObject({ outcome: 'refused', refused: { why: [{ code: 'finished' }] } });
  const [repeated] = await zhenggai.send(workflow, 'withdraw', {
    by: 'supervisor',
    fields: { reason: '撤销' },
    commandId: 'withdraw-1',
  });
  expect(repeated).toMatchObject({ outcome: 'accepted' });
  const [wrong] = await zhenggai.send(workflow, 'relapse', {
    by: 'handler',
    fields: { reason: '又发生了' },
  });
  expect(wrong).toMatchObject({ outcome: 'refused', refused: { why: [{ code: 'forbidden' }] } });
  const { status } = await server.client.workflow.getHandle(workflow).describe();
  expect(status.name).toBe('COMPLETED');

  const relapse = { by: 'office', fields: { reason: '又发生了' }, commandId: 'relapse-1' };
  const [opened] = await zhenggai.send(workflow, 'relapse', relapse);
  expect(opened).toMatchObject({ outcome: 'accepted', answer: { shown: { stage: 'rectifying' } } });
  const open = await zhenggai.problem(workflow);
  expect(open.context).toMatchObject({ stage: 'rectifying', round: 2 });
  expect(open.sequence).toBeGreaterThan(closed.sequence);
  const [again] = await zhenggai.send(workflow, 'relapse', relapse);
  expect(again).toMatchObject({ outcome: 'accepted', answer: { duplicate: true } });
  expect((await zhenggai.problem(workflow)).context.round).toBe(2);
});

test('what nobody received is unknown', async () => {
  await expect(zhenggai.problem('problem/none/1')).rejects.toMatchObject({
    name: 'TargetUnknown',
    workflow: 'problem/none/1',
  });
});

test('a server without a worker is told apart from no server', async () => {
  const lonely = new Zhenggai({
    client: server.client,
    taskQueue: `nobody-${randomUUID()}`,
    deadlineMs: 3000,
  });
  await expect(lonely.receive(reception(1))).rejects.toMatchObject({
    name: expect.stringMatching(/NoWorkerAnswers|OutcomeUnknown/),
    deadlineMs: 3000,
  });
});
