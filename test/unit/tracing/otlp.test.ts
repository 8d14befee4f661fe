import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tracingOf } from '../../../cli/tracing';
import { newSpan, noTracing, stepSpan, type SpanTold } from '../../../tracing';
import { startCollector, type Collector } from './collector';

let collector: Collector;
let folder: string;
beforeAll(async () => {
  collector = await startCollector();
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-tracing-'));
});
afterAll(() => {
  collector.stop();
  rmSync(folder, { recursive: true, force: true });
});

const log = (): string => join(folder, 'log');
const open = (env: Readonly<Record<string, string>>) => {
  Object.assign(process.env, env);
  return tracingOf({ env, now: () => '2026-11-29T01:00:00.000Z' }, 'zhenggai-worker', log());
};

function told(over: Partial<SpanTold> = {}): SpanTold {
  return {
    ...{ name: 'step submit', kind: 'internal', ref: newSpan(), parent: null },
    ...{ beganAt: 1_796_000_000_000, endedAt: 1_796_000_000_250, attributes: {} },
    ...over,
  };
}

test('nobody is told where no collector is named, or the SDK is switched off', () => {
  expect(open({})).toBe(noTracing);
  const OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
  expect(open({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' })).toBe(noTracing);
});

test('a span comes as it was told: ids, instants, parent, links, failure, service', async () => {
  const tracing = open({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const [ref, link] = [stepSpan('problem/r/1', 7), stepSpan('problem/r/2', 1)];
  const parent = { ...ref, spanId: 'a'.repeat(16) };
  const attributes = { 'zhenggai.workflow': 'problem/r/1', 'zhenggai.attempt': 2 };
  tracing.tell(told({ ref, parent, links: [link], attributes, failure: 'Away' }));
  tracing.tell(told({ name: 'POST /acts', kind: 'server' }));
  await tracing.stop();
  const [step, request] = collector.spans;
  expect(step).toMatchObject({
    ...{ name: 'step submit', kind: 1, ...ref, parentSpanId: parent.spanId, attributes },
    startTimeUnixNano: '1796000000000000000',
    endTimeUnixNano: '1796000000250000000',
    links: [link],
    status: { code: 2, message: 'Away' },
    service: 'zhenggai-worker',
  });
  expect(request).toMatchObject({ name: 'POST /acts', kind: 2 });
  expect(request?.parentSpanId ?? '').toBe('');
  expect(request?.traceId).not.toBe(ref.traceId);
});

test('a collector that is away holds nobody up, and is in the log', async () => {
  const tracing = open({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
  tracing.tell(told());
  const began = performance.now();
  await tracing.stop();
  expect(performance.now() - began).toBeLessThan(6000);
  expect(readFileSync(log(), 'utf8')).toMatch(/^2026-11-29T01:00:00.000Z WARN tracing: ./);
});

test('what is no address is named, with what to write', () => {
  expect(() => open({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })).toThrow(
    'OTEL_EXPORTER_OTLP_ENDPOINT 应如 http://127.0.0.1:4318。',
  );
});
