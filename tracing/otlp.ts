/**
 * Traces to a collector by OTLP over HTTP. The SDK's own variables hold: OTEL_EXPORTER_OTLP_ENDPOINT and _HEADERS,
 * OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER, OTEL_BSP_*.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  diag,
  DiagLogLevel,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type SpanContext,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  envDetector,
  detectResources,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  type IdGenerator,
} from '@opentelemetry/sdk-trace-base';
import { newSpan, type SpanRef } from './span-ids';
import type { SpanTold, Tracing } from './tracing';

export interface Service {
  /** Unless OTEL_SERVICE_NAME says otherwise. */
  readonly name: string;
  readonly version: string;
  /** Told what the SDK warns of: a collector that does not answer, say. */
  readonly warn: (text: string) => void;
}

/** Of a collector that does not answer, ms. */
const patience = 3000;

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  internal: SpanKind.INTERNAL,
} as const;

export function openOtlp({ name, version, warn }: Service): Tracing {
  diag.setLogger(warnings(warn), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const ids = new ToldIds();
  const named = resourceFromAttributes({ 'service.name': name, 'service.version': version });
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(named)
      .merge(detectResources({ detectors: [envDetector] })),
    idGenerator: ids,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer('zhenggai', version);
  return {
    tell: (told) => {
      ids.next = told.ref;
      const span = tracer.startSpan(told.name, optionsOf(told), contextOf(told.parent));
      if (told.failure !== undefined)
        span.setStatus({ code: SpanStatusCode.ERROR, message: told.failure });
      span.end(told.endedAt);
    },
    stop: async () => {
      const done = provider.shutdown().then(() => true);
      const inTime = await Promise.race([
        done.catch(() => false),
        pause(patience, false, { ref: false }),
      ]);
      if (!inTime) warn('the last spans did not reach the collector');
    },
  };
}

function optionsOf({ kind, beganAt, attributes, links = [] }: SpanTold) {
  return {
    kind: kinds[kind],
    startTime: beganAt,
    attributes,
    links: links.map((ref) => ({ context: contextFor(ref) })),
  };
}

function contextOf(parent: SpanRef | null) {
  return parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, contextFor(parent));
}

/** Whether it is kept is decided by its trace's id, everywhere alike: none is told of as left out. */
function contextFor({ traceId, spanId }: SpanRef): SpanContext {
  return { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
}

/** Gives the SDK the ids that were told, which begins one span at a time. */
class ToldIds implements IdGenerator {
  next: SpanRef = newSpan();

  generateTraceId = (): string => this.next.traceId;
  generateSpanId = (): string => this.next.spanId;
}

function warnings(warn: (text: string) => void) {
  const say = (message: string, ...more: readonly unknown[]): void =>
    warn([message, ...more.map(String)].join(' '));
  const nothing = (): void => undefined;
  return { error: say, warn: say, info: nothing, debug: nothing, verbose: nothing };
}
