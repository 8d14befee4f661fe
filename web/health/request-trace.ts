/** A request's place among the traces: whoever asks may bring a trace of theirs; else it begins that of the first step it leads to. */
import type { Told } from '../../client';
import { commandSpan, newSpan, type SpanRef, type Tracing } from '../../tracing';

export interface RequestTrace {
  /** A command that was sent meanwhile. */
  readonly sent: (told: Told) => void;
  /** When it is answered. @param seconds how long that took */
  readonly answered: (request: TracedRequest) => void;
}

export interface TracedRequest {
  readonly id: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** @param traceparent as W3C Trace Context has it; what is none is passed over */
export function traceRequest(tracing: Tracing, traceparent: string | undefined): RequestTrace {
  const caller = callerIn(traceparent);
  let own = newSpan(caller?.traceId);
  // With a caller's trace, or once a command has a place under it, a request stays in the trace that it has.
  let isPlaced = caller !== null;
  return {
    sent: (told) => {
      const place = placeOf(told);
      if (place !== null && !isPlaced) own = { ...own, traceId: place.traceId };
      isPlaced = true;
      tellCommand(tracing, told, place, own);
    },
    answered: ({ id, method, route, status, seconds }) =>
      tracing.tell({
        ...{ name: `${method} ${route}`, kind: 'server', ref: own, parent: caller },
        ...spent(seconds),
        attributes: {
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': status,
          'zhenggai.request': id,
        },
        ...(status >= 500 ? { failure: String(status) } : {}),
      }),
  };
}

/** A command that no request sent. */
export function traceCommand(tracing: Tracing, told: Told): void {
  tellCommand(tracing, told, placeOf(told), null);
}

/** Where the step that it became has its trace; null: it became none just now. */
function placeOf({ workflow, sequence, repeated }: Told): SpanRef | null {
  return sequence === null || repeated ? null : commandSpan(workflow, sequence);
}

function tellCommand(
  tracing: Tracing,
  { workflow, event, commandId, outcome, sequence, seconds }: Told,
  place: SpanRef | null,
  request: SpanRef | null,
): void {
  const ref = place ?? newSpan(request?.traceId);
  const isBelow = request !== null && request.traceId === ref.traceId;
  tracing.tell({
    ...{ name: `command ${event}`, kind: 'client', ref },
    parent: isBelow ? request : null,
    links: request === null || isBelow ? [] : [request],
    ...spent(seconds),
    attributes: {
      'zhenggai.workflow': workflow,
      'zhenggai.command': commandId,
      'zhenggai.outcome': outcome,
      ...(sequence === null ? {} : { 'zhenggai.sequence': sequence }),
    },
    ...(outcome === 'accepted' || outcome === 'refused' ? {} : { failure: outcome }),
  });
}

function spent(seconds: number) {
  const endedAt = Date.now();
  return { beganAt: endedAt - seconds * 1000, endedAt };
}

/** Null for what is no trace context, or one without ids. */
function callerIn(traceparent = ''): SpanRef | null {
  const [, traceId = '', spanId = ''] =
    /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}/.exec(traceparent) ?? [];
  const isNone = /^0*$/;
  return isNone.test(traceId) || isNone.test(spanId) ? null : { traceId, spanId };
}
