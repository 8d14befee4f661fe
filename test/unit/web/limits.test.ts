import { createAllowance } from '../../../web/limits/allowance';
import { given, viewer } from './given';
import { browser } from './identity/browser';

const start = Date.parse('2026-11-28T04:00:00.000Z');

describe('an allowance', () => {
  test('lets so many through at once, then as many a minute as come back, each key by itself', () => {
    const allowance = createAllowance(3);
    const taken = (key: string, at: number) => allowance.take(key, start + at).wait;
    expect([0, 0, 0, 0].map((at) => taken('li-na', at))).toEqual([null, null, null, 20]);
    expect(taken('zhang-wei', 0)).toBeNull();
    expect(taken('li-na', 19_000)).toBe(1);
    expect(taken('li-na', 20_000)).toBeNull();
    expect(taken('li-na', 20_000)).toBe(20);
    expect([1, 2, 3, 4].map(() => taken('li-na', 900_000))).toEqual([null, null, null, 20]);
  });

  test('tells of what it refuses once a minute', () => {
    const allowance = createAllowance(1);
    const news = [0, 1, 30_000, 59_000, 59_001, 61_000, 120_000].map(
      (at) => allowance.take('li-na', start + at).isNews,
    );
    expect(news).toEqual([false, true, false, false, false, false, true]);
  });

  test('forgets whoever has nothing to wait for, and nobody else', () => {
    const allowance = createAllowance(1);
    for (let index = 0; index < 100_000; index += 1) allowance.take(`${index}`, start);
    expect(allowance.wait('0', start + 1000)).toBe(59);
    expect(allowance.take('late', start + 60_000).wait).toBeNull();
  });
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const body = 'csrf=token-of-this-session';

test('an account that sends too often is told when to go on, in the pages and in the API; it is recorded once', async () => {
  const { app, audit } = given({ writesPerMinute: 2 });
  const post = () => app.request('/language', { method: 'POST', headers: form, body });
  expect([(await post()).status, (await post()).status]).not.toContain(429);
  const page = await post();
  expect(page.status).toBe(429);
  expect(page.headers.get('retry-after')).toBe('30');
  expect(await page.text()).toContain('请过 30 秒再试');
  const api = await app.request('/api/v1/rectifications/water/problems/3/events/report', {
    ...{ method: 'POST', body: '{}' },
    headers: { 'x-csrf-token': 'token-of-this-session' },
  });
  expect(api.status).toBe(429);
  expect(api.headers.get('retry-after')).toBe('30');
  expect(await api.json()).toMatchObject({ type: '/api#too-often', retryAfter: 30 });
  expect((await app.request('/language')).status).not.toBe(429);
  const noted = audit.filter(({ detail }) => detail === 'tooOften');
  expect(noted).toMatchObject([{ account: 'li-na', what: 'refused', subject: 'POST /language' }]);
});

test('an address from which too much is sent waits before anybody is asked who they are', async () => {
  const { app } = given({ viewer: null, writesPerMinute: 1 });
  const [here, there] = [browser(app, '203.0.113.7'), browser(app, '203.0.113.8')];
  for (let sent = 0; sent < 20; sent += 1) expect((await here.post('/todo')).status).toBe(401);
  expect((await here.post('/todo')).status).toBe(429);
  expect((await there.post('/todo')).status).toBe(401);
});

test('whoever tries tokens that are none waits, and whoever works at the same address does not', async () => {
  const { app, audit } = given({
    viewer: viewer(),
    ledger: { tokens: { use: () => Promise.resolve(null) } as never },
  });
  const env = { incoming: { socket: { remoteAddress: '203.0.113.7' } } };
  const guess = () =>
    app.request('/api/v1/me', { headers: { authorization: 'Bearer zhenggai_x' } }, env);
  for (let tried = 0; tried < 120; tried += 1) expect((await guess()).status).toBe(401);
  const before = audit.length;
  expect([(await guess()).status, (await guess()).status]).toEqual([429, 429]);
  expect(audit).toHaveLength(before);
  expect((await app.request('/nothing-here', {}, env)).status).toBe(404);
});
