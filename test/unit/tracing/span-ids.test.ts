import { commandSpan, newSpan, spansOfEffect, stepSpan } from '../../../tracing';

const workflow = 'problem/r/1';

test('all that comes of one step is in one trace, each by a span of its own', () => {
  const spans = [
    stepSpan(workflow, 7),
    commandSpan(workflow, 7),
    spansOfEffect(`${workflow}/7/0`)?.effect,
    spansOfEffect(`${workflow}/7/1`)?.effect,
  ];
  expect(new Set(spans.map((span) => span?.traceId)).size).toBe(1);
  expect(new Set(spans.map((span) => span?.spanId)).size).toBe(4);
  expect(spansOfEffect(`${workflow}/7/1`)?.step).toEqual(stepSpan(workflow, 7));
});

test('another step, or another workflow’s, is another trace', () => {
  const traces = [
    stepSpan(workflow, 7),
    stepSpan(workflow, 71),
    stepSpan('problem/r/17', 1),
    newSpan(),
  ].map(({ traceId }) => traceId);
  expect(new Set(traces).size).toBe(4);
});

test('ids are what OpenTelemetry takes', () => {
  for (const { traceId, spanId } of [stepSpan(workflow, 1), newSpan()]) {
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(spanId).toMatch(/^[0-9a-f]{16}$/);
  }
});

test('an id that is none of an effect’s has no span', () => {
  for (const id of ['', 'report/3', 'a command’s id']) expect(spansOfEffect(id)).toBeNull();
});
