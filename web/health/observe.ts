/** Every request and every command as a line of the log, a number of the metrics and a span: ids, never what people wrote. */
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { OnSent } from '../../client';
import type { WebContext, WebDeps, WebEnv } from '../web-env';
import { currentRequest, duringRequest, type CurrentRequest } from './current-request';
import { traceCommand, traceRequest } from './request-trace';

type Observing = Pick<WebDeps, 'log' | 'metrics' | 'tracing'>;

/** Gives each request its id; first of all that handles one. */
export function observeRequests({ log, metrics, tracing }: Observing): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const requestId = randomUUID();
    const began = performance.now();
    const trace = traceRequest(tracing, c.req.header('traceparent'));
    c.set('requestId', requestId);
    await duringRequest({ id: requestId, kind: kindOf(c), told: toldOf(c), trace }, next);
    c.header('x-request-id', requestId);
    const answered = {
      ...{ method: methodOf(c), route: routeOf(c), status: c.res.status },
      seconds: (performance.now() - began) / 1000,
    };
    metrics.answered(answered);
    if (quiet.has(answered.route) && c.res.ok) return;
    trace.answered({ id: requestId, ...answered });
    const { seconds, ...line } = answered;
    log('request', { requestId, ...line, ms: Math.round(seconds * 1000), ...namedIn(c) });
  };
}

/** For the client that the pages send with. */
export function observeCommands({ log, metrics, tracing }: Observing): OnSent {
  return (told) => {
    metrics.sent(told);
    const request = currentRequest();
    if (request === null) traceCommand(tracing, told);
    else request.trace.sent(told);
    const { seconds, event: command, ...rest } = told;
    log('command', {
      requestId: request?.id ?? null,
      ...{ ...rest, command, ms: Math.round(seconds * 1000) },
    });
  };
}

function kindOf({ req }: WebContext): CurrentRequest['kind'] {
  if (req.method !== 'GET' && req.method !== 'HEAD') return 'act';
  return req.header('hx-request') === undefined ? 'page' : 'part';
}

/** As `browser/calm.js` says it. */
function toldOf({ req }: WebContext): number {
  return Number(req.header('x-told') ?? 0);
}

/** Asked every few seconds by machines. */
const quiet: ReadonlySet<string> = new Set(['/health', '/ready', '/metrics']);

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A label of the metrics must not be anybody's invention. */
function methodOf({ req: { method } }: WebContext): string {
  return methods.has(method) ? method : 'other';
}

/** As declared; an address itself can hold a secret, and has no end of values. */
function routeOf(c: WebContext): string {
  const declared = matchedRoutes(c).filter(({ path }) => !path.endsWith('*'));
  return declared.at(-1)?.path ?? 'none';
}

/** Parts of addresses that are ids and no secrets. */
const ids = ['rectification', 'seq', 'event'];

function namedIn(c: WebContext): Readonly<Record<string, unknown>> {
  const params: Readonly<Record<string, string | undefined>> = c.req.param();
  const viewer = c.get('viewer') as WebEnv['Variables']['viewer'] | undefined;
  const named = ids.filter((name) => params[name] !== undefined);
  return {
    ...Object.fromEntries<unknown>(named.map((name) => [name, params[name]])),
    account: viewer?.account.id ?? null,
  };
}
