/** Traces from a click to the last activity that follows from it, for whoever collects them with OpenTelemetry. */
export { commandSpan, newSpan, spansOfEffect, stepSpan, type SpanRef } from './span-ids';
export { noTracing, type SpanTold, type Tracing } from './tracing';
