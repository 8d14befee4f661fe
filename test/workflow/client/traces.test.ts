import { Zhenggai } from '../../../client';
import { commandSpan, spansOfEffect, stepSpan, type SpanTold } from '../../../tracing';
import { traceRequest } from '../../../web/health/request-trace';
import { received } from '../cast';
import { allRecorded, startProblem } from '../engine/problem';
import { startServer, type Server } from '../server';

const spans: SpanTold[] = [];
const tracing = { tell: (span: SpanTold) => void spans.push(span), stop: () => Promise.resolve() };

let server: Server;
beforeAll(async () => {
  server = await startServer({ tracing });
});
afterAll(() => server.stop());

test('from a click to the last activity of its step it is one trace, from which the next step comes', async () => {
  const handle = await startProblem(server);
  await allRecorded(server, handle);
  const workflow = handle.workflowId;
  const request = traceRequest(tracing, undefined);
  const zhenggai = new Zhenggai({
    ...{ client: server.client, taskQueue: server.taskQueue, deadlineMs: 60_000 },
    onSent: request.sent,
  });
  const fields = { text: '已整改到位' };
  const [sent] = await zhenggai.send(workflow, 'submit', { by: 'handler', fields });
  if (sent?.outcome !== 'accepted') throw new Error(JSON.stringify(sent));
  request.answered({ id: 'q', method: 'POST', route: '/act/:event', status: 303, seconds: 0.1 });
  await allRecorded(server, handle);

  const { sequence } = sent.answer;
  const step = stepSpan(workflow, sequence);
  const named = (name: string) => spans.find((span) => span.name === name);
  const [click, command, submit] = ['POST /act/:event', 'command submit', 'step submit'].map(named);
  expect(click?.parent).toBeNull();
  expect(command).toMatchObject({ ref: commandSpan(workflow, sequence), parent: click?.ref });
  expect(submit).toMatchObject({ ref: step, parent: command?.ref });

  const activities = spans.filter(({ parent }) => parent?.spanId === step.spanId);
  expect(activities.map(({ name }) => name)).toContain('activity record');
  const asked = activities.filter(({ name }) => name !== 'activity record');
  const effects = Array.from(
    { length: 20 },
    (_each, index) => spansOfEffect(`${workflow}/${sequence}/${index}`)?.effect,
  );
  expect(asked.length).toBeGreaterThan(0);
  for (const { ref } of asked) expect(effects).toContainEqual(ref);
  const traces = new Set([click, command, submit, ...activities].map((span) => span?.ref.traceId));
  expect(traces).toEqual(new Set([step.traceId]));

  const next = spans.find(({ links }) => links?.some(({ spanId }) => isOf(asked, spanId)));
  expect(next?.name).toMatch(/^step /);
  expect(JSON.stringify(spans)).not.toMatch(new RegExp(`${received.title}|${fields.text}`));
});

const isOf = (some: readonly SpanTold[], spanId: string): boolean =>
  some.some(({ ref }) => ref.spanId === spanId);
