import { commandSpan, spansOfEffect, stepSpan, type SpanTold } from '../../../tracing';
import { traceActivities } from '../../../worker/trace-activities';

const workflow = 'problem/r/1';
let spans: SpanTold[];
beforeEach(() => (spans = []));

/** Runs an activity as a worker does. */
function execute(asked: unknown, attempt = 1, activity: () => Promise<unknown> = done) {
  const tracing = { tell: (span: SpanTold) => void spans.push(span), stop: done };
  const info = { activityType: 'remind', attempt, workflowExecution: { workflowId: workflow } };
  const { inbound } = traceActivities(tracing)({ info } as never);
  return inbound?.execute?.({ args: [asked], headers: {} }, activity);
}

const done = (): Promise<void> => Promise.resolve();

test('what a step asked for is below the step; the attempt that succeeds has the effect’s own span', async () => {
  const asked = { key: `${workflow}/7/0`, input: {} };
  const away = new TypeError('away');
  await expect(execute(asked, 1, () => Promise.reject(away))).rejects.toBe(away);
  await expect(execute(asked, 2, () => Promise.resolve('sent'))).resolves.toBe('sent');
  const [failed, succeeded] = spans;
  const parent = stepSpan(workflow, 7);
  expect(failed).toMatchObject({ parent, failure: 'TypeError', ref: { traceId: parent.traceId } });
  expect(succeeded).toMatchObject({
    parent,
    ref: spansOfEffect(asked.key)?.effect,
    name: 'activity remind',
  });
  expect(succeeded?.attributes).toEqual({ 'zhenggai.workflow': workflow, 'zhenggai.attempt': 2 });
  expect(succeeded?.failure).toBeUndefined();
  expect(failed?.ref.spanId).not.toBe(succeeded?.ref.spanId);
});

const at = '2026-11-29T01:00:00.000Z';
const line = (sequence: number, kind: string, over: object = {}) => ({
  ...{ sequence, kind, at, event: 'submit', cause: null, by: null },
  ...over,
});

test('steps are told when they are on record, each from where it came', async () => {
  const person = { decidedBy: 'li-na' };
  const other = { workflow: 'rectification/r' };
  const lines = [
    line(7, 'accepted', { cause: 'c-1', by: person }),
    line(8, 'emitted'),
    line(9, 'outcome', { cause: `${workflow}/7/0`, event: 'schedule' }),
    line(10, 'accepted', { cause: 's-1', by: other }),
    line(11, 'timer', { cause: 'before-7' }),
  ];
  await expect(
    execute({ workflow, lines }, 1, () => Promise.reject(new Error('full'))),
  ).rejects.toThrow();
  expect(spans.map(({ name }) => name)).toEqual(['activity remind']);
  spans = [];
  await execute({ workflow, lines }, 2);
  const [activity, ...steps] = spans;
  expect(activity?.parent).toEqual(stepSpan(workflow, 7));
  expect(steps.map(({ ref }) => ref)).toEqual(
    [7, 9, 10, 11].map((each) => stepSpan(workflow, each)),
  );
  expect(steps.map(({ parent }) => parent)).toEqual([commandSpan(workflow, 7), null, null, null]);
  expect(steps.map(({ links }) => links)).toEqual([
    [],
    [spansOfEffect(`${workflow}/7/0`)?.effect],
    [],
    [],
  ]);
  expect(steps[0]?.beganAt).toBe(Date.parse(at));
});

test('a server’s clock that is ahead makes no step end before it begins', async () => {
  const ahead = new Date(Date.now() + 60_000).toISOString();
  await execute({ workflow, lines: [line(1, 'begun', { at: ahead })] });
  const step = spans.at(-1);
  expect(step?.endedAt).toBe(step?.beganAt);
});

test('an activity that is called otherwise has a trace of its own', async () => {
  await execute(undefined);
  await execute('word');
  await execute({ workflow, lines: [null, 'line'] });
  expect(spans.map(({ parent }) => parent)).toEqual([null, null, null]);
});
