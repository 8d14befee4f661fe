/** `/api/v1`: the same actions for programs. Who calls, what they may, what they ask: checked here for every operation. */
import { Hono } from 'hono';
import { NoWorkerAnswers, ServerUnreachable, TargetUnknown } from '../../client';
import { EvidenceStoreFailed } from '../../ledger';
import type { Part, WebContext, WebDeps, WebEnv } from '../web-env';
import { noteRefused } from '../layout/refused';
import { tooOftenProblem, waitOf } from '../limits/limit-writes';
import { callerOf, type Caller } from './caller';
import { apiPath, idempotencyKey, jsonSchema, openapi } from './openapi';
import type { Operation } from './operation';
import { operations } from './operations';
import { ApiProblem, problemAnswer } from './problem-details';

export const api: Part = (app, deps) => {
  const routes = new Hono<WebEnv>();
  routes.use(async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  const document = openapi(operations, deps.settings);
  routes.get('/openapi.json', async (c) => {
    await callerOf(c, deps);
    return c.json(document);
  });
  for (const operation of operations) mount(routes, operation, deps);
  routes.all('*', async (c) => {
    await callerOf(c, deps);
    throw new ApiProblem('not-found', 'There is no such operation.');
  });
  routes.onError((error, c) => problemAnswer(c, problemOf(error, c, deps)));
  app.route(apiPath, routes);
};

function mount(routes: Hono<WebEnv>, operation: Operation, deps: WebDeps): void {
  const lists = listsIn(operation);
  routes.on(operation.method, operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
    const caller = await callerOf(c, deps);
    c.set('viewer', caller.viewer);
    const wait = await waitOf(c, deps, caller.viewer.account.id);
    if (wait !== null) throw tooOftenProblem(wait);
    await checkScope(c, deps, operation, caller);
    checkKey(c, operation);
    const query = queryOf(c, operation, lists);
    const params: Readonly<Record<string, string | undefined>> = c.req.param();
    return operation.answer({ c, deps, caller, query, path: (name) => params[name] ?? '' });
  });
}

async function checkScope(
  c: WebContext,
  deps: WebDeps,
  { scope }: Operation,
  { viewer, scopes }: Caller,
): Promise<void> {
  if (scope === null || scopes.includes(scope)) return;
  await noteRefused(c, deps, `scope ${scope}`, { account: viewer.account.id });
  throw new ApiProblem('scope-missing', `This needs the scope ${scope}.`);
}

function checkKey(c: WebContext, { isCommand }: Operation): void {
  const key = c.req.header('idempotency-key');
  if (isCommand !== true || key === undefined || idempotencyKey.test(key)) return;
  throw invalid('Idempotency-Key', '1 to 100 visible ASCII characters');
}

/** The parameters that may come several times. */
function listsIn({ query }: Operation): ReadonlySet<string> {
  if (query === undefined) return new Set();
  const { properties = {} } = jsonSchema(query, 'input') as {
    readonly properties?: Readonly<Record<string, { readonly type?: string }>>;
  };
  return new Set(Object.keys(properties).filter((name) => properties[name]?.type === 'array'));
}

/** A filter that nobody knows must not answer as if there were none. */
function queryOf(
  c: WebContext,
  { query }: Operation,
  lists: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  const given = Object.entries(c.req.queries()).map(([name, values]) => [
    name,
    lists.has(name) ? values : values.length === 1 ? values[0] : values,
  ]);
  if (query === undefined && given.length === 0) return {};
  const read = query?.safeParse(Object.fromEntries(given));
  if (read?.success === true) return read.data;
  if (read === undefined) throw invalid(String(given[0]?.[0]), 'no parameters');
  throw new ApiProblem('invalid', 'The parameters are not as described.', {
    errors: read.error.issues.map(({ path, message, code }) => ({
      path: code === 'unrecognized_keys' ? message : path.join('.'),
      code: code === 'unrecognized_keys' ? 'unknown' : 'value',
      expected: message,
    })),
  });
}

function invalid(path: string, expected: string): ApiProblem {
  const errors = [{ path, code: 'value', expected }] as const;
  return new ApiProblem('invalid', `${path}: ${expected}`, { errors });
}

function problemOf(error: Error, c: WebContext, { log }: WebDeps): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const requestId = c.get('requestId');
  if (error instanceof TargetUnknown) return new ApiProblem('not-found', error.message);
  const isAway =
    error instanceof NoWorkerAnswers ||
    error instanceof ServerUnreachable ||
    error instanceof EvidenceStoreFailed;
  log(isAway ? 'away' : 'failed', { requestId, error: error.stack ?? error.message });
  return isAway
    ? new ApiProblem('away', 'Try again later; a command under the same Idempotency-Key.')
    : new ApiProblem('failed', 'It has been logged under this request’s id.', { requestId });
}
