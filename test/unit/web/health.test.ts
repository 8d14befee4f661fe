import { given, viewer } from './given';

const answers = { answers: () => Promise.resolve(true) };
const ping = { ping: () => Promise.resolve() };
const never = (): Promise<never> => new Promise(() => undefined);

const figures = () =>
  Promise.resolve({
    problems: [
      { unit: '云川县水务局', lamp: 'overdue', problems: 2 },
      { unit: '云川县水务局', lamp: 'normal', problems: 7 },
      { unit: '云川县教育局', lamp: 'normal', problems: 1 },
    ],
    deliveries: { sent: 5, claimed: 1 },
    refusedCommands: 3,
  });

test('health says that the process is there, to anybody and whatever else is away', async () => {
  const { app } = given({ viewer: null });
  const answer = await app.request('/health');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: 'up' });
});

test('ready when ledger and Temporal answer', async () => {
  const { app } = given({ viewer: null, ledger: ping, zhenggai: answers });
  const answer = await app.request('/ready');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: 'ready', ledger: true, temporal: true });
});

test('not ready while the ledger is silent, and says so after a second', async () => {
  const { app } = given({ viewer: null, ledger: { ping: never }, zhenggai: answers });
  const began = performance.now();
  const answer = await app.request('/ready');
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ ledger: false, temporal: true });
  expect(performance.now() - began).toBeLessThan(2000);
});

test('not ready any more once it is about to stop', async () => {
  const stopping = AbortSignal.abort();
  const { app } = given({ viewer: null, ledger: ping, zhenggai: answers, stopping });
  expect((await app.request('/ready')).status).toBe(503);
});

test('the metrics tell problems by lamp, overdue by unit, messages by outcome, and refusals', async () => {
  const { app } = given({ viewer: null, ledger: { figures } });
  const text = await (await app.request('/metrics')).text();
  expect(text).toContain('zhenggai_open_problems{lamp="normal"} 8');
  expect(text).toContain('zhenggai_open_problems{lamp="overdue"} 2');
  expect(text).toContain('zhenggai_overdue_problems{unit="云川县水务局"} 2');
  expect(text).toContain('zhenggai_overdue_problems{unit="云川县教育局"} 0');
  expect(text).toContain('zhenggai_deliveries{status="claimed"} 1');
  expect(text).toContain('zhenggai_refused_commands 3');
  expect(text).toContain('zhenggai_ledger_up 1');
});

test('what was counted is not counted again at the next reading', async () => {
  const { app } = given({ viewer: null, ledger: { figures } });
  await app.request('/metrics');
  const text = await (await app.request('/metrics')).text();
  expect(text).toContain('zhenggai_open_problems{lamp="normal"} 8');
});

test('a ledger that is away shows in the metrics, and takes nothing else with it', async () => {
  const away = { figures: () => Promise.reject(new Error('away')) };
  const { app } = given({ viewer: null, ledger: away });
  await app.request('/health');
  const text = await (await app.request('/metrics')).text();
  expect(text).toContain('zhenggai_ledger_up 0');
  expect(text).toMatch(/request_seconds_count\{method="GET",route="\/health",status="200"\} 1/);
});

test('the metrics are not read through a proxy, nor where a token is set without it', async () => {
  const passedOn = { headers: { 'x-forwarded-for': '203.0.113.7' } };
  const { app } = given({ viewer: null, ledger: { figures } });
  expect((await app.request('/metrics', passedOn)).status).toBe(403);
  const guarded = given({ viewer: null, ledger: { figures }, metricsToken: 'for-prometheus' }).app;
  expect((await guarded.request('/metrics')).status).toBe(403);
  const authorization = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  expect((await guarded.request('/metrics', authorization('guessed'))).status).toBe(403);
  expect((await guarded.request('/metrics', authorization('for-prometheus'))).status).toBe(200);
});

test('a request is logged by its pattern, its id and its account: nothing of what was typed', async () => {
  const { app, logged } = given({ viewer: viewer() });
  const answer = await app.request('/assets/tag/site.css?q=%E7%A7%98%E5%AF%86');
  const line = JSON.parse((logged[0] ?? '').replace(/^request /, '')) as object;
  expect(line).toMatchObject({
    ...{ method: 'GET', route: '/assets/:tag/:name', status: 404 },
    requestId: answer.headers.get('x-request-id'),
  });
  expect(logged.join('')).not.toMatch(/秘密|%E7|site\.css/);
});

test('a method that nobody knows is no label of its own', async () => {
  const { app, logged } = given();
  await app.request('/nothing', { method: 'BREW' });
  expect(logged[0]).toContain('"method":"other"');
});
