import type { Told } from '../../../client';
import { commandSpan, type SpanTold, type Tracing } from '../../../tracing';
import { traceCommand, traceRequest } from '../../../web/health/request-trace';
import { given, viewer } from './given';

const caller = { traceId: 'c'.repeat(32), spanId: 'd'.repeat(16) };
const traceparent = `00-${caller.traceId}-${caller.spanId}-01`;

function collecting(): Tracing & { readonly spans: SpanTold[] } {
  const spans: SpanTold[] = [];
  return { spans, tell: (span) => void spans.push(span), stop: () => Promise.resolve() };
}

const sent = (sequence: number | null, over: Partial<Told> = {}): Told => ({
  ...{ workflow: 'problem/r/1', event: 'submit', commandId: 'c-1', seconds: 0.2 },
  ...{ outcome: sequence === null ? 'refused' : 'accepted', sequence, repeated: false },
  ...over,
});

const answered = { id: 'q', method: 'POST', route: '/acts', status: 303, seconds: 0.3 };

test('a click begins the trace of the step that its command became', () => {
  const tracing = collecting();
  const trace = traceRequest(tracing, undefined);
  trace.sent(sent(7));
  trace.answered(answered);
  const [command, request] = tracing.spans;
  expect(command).toMatchObject({
    ...{ name: 'command submit', kind: 'client', ref: commandSpan('problem/r/1', 7), links: [] },
    attributes: { 'zhenggai.command': 'c-1', 'zhenggai.outcome': 'accepted' },
  });
  expect(request).toMatchObject({ name: 'POST /acts', kind: 'server', parent: null });
  expect(command?.parent).toEqual(request?.ref);
  expect(request?.ref.traceId).toBe(command?.ref.traceId);
  expect((request?.endedAt ?? 0) - (request?.beganAt ?? 0)).toBeCloseTo(300, 3);
});

test('of several commands of one click the first has its trace, the others come from it', () => {
  const tracing = collecting();
  const trace = traceRequest(tracing, undefined);
  trace.sent(sent(7));
  trace.sent(sent(3, { workflow: 'problem/r/2' }));
  trace.answered(answered);
  const [first, second, request] = tracing.spans;
  expect(request?.ref.traceId).toBe(first?.ref.traceId);
  expect(second).toMatchObject({ ref: commandSpan('problem/r/2', 3), parent: null });
  expect(second?.links).toEqual([request?.ref]);
});

test('who brings a trace of theirs finds the request in it, and the step from it', () => {
  const tracing = collecting();
  const trace = traceRequest(tracing, traceparent);
  trace.sent(sent(7));
  trace.answered(answered);
  const [command, request] = tracing.spans;
  expect(request).toMatchObject({ ref: { traceId: caller.traceId }, parent: caller });
  expect(command?.links).toEqual([request?.ref]);
});

test.each(['', 'nonsense', `00-${'0'.repeat(32)}-${caller.spanId}-01`])(
  '“%s” is nobody’s trace',
  (header) => {
    const tracing = collecting();
    traceRequest(tracing, header).answered(answered);
    expect(tracing.spans[0]?.parent).toBeNull();
  },
);

test('what is refused, or was accepted before, stays with its request', () => {
  const tracing = collecting();
  const trace = traceRequest(tracing, undefined);
  trace.sent(sent(null));
  trace.sent(sent(7, { repeated: true }));
  trace.answered(answered);
  const [refused, repeated, request] = tracing.spans;
  for (const span of [refused, repeated]) expect(span?.parent).toEqual(request?.ref);
  expect(refused?.failure).toBeUndefined();
  expect(repeated?.ref.spanId).not.toBe(commandSpan('problem/r/1', 7).spanId);
});

test('a command whose outcome nobody knows has failed; one that no request sent stands alone', () => {
  const tracing = collecting();
  traceCommand(tracing, sent(null, { outcome: 'unknown' }));
  expect(tracing.spans).toMatchObject([{ failure: 'unknown', parent: null, links: [] }]);
});

test('each request of the pages is told by its pattern, nothing of what was typed; a probe is not', async () => {
  const tracing = collecting();
  const { app } = given({ viewer: viewer(), tracing });
  await app.request('/assets/tag/none.css?q=secret', { headers: { traceparent } });
  await app.request('/health');
  expect(tracing.spans).toMatchObject([{ name: 'GET /assets/:tag/:name', parent: caller }]);
  expect(JSON.stringify(tracing.spans)).not.toMatch(/secret|none\.css/);
});
