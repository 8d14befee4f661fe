import type { DeliveryRow } from '../../../ledger';
import { operationsWords } from '../../../words/pages/operations';
import { deliveryOutcome, lasting } from '../../../web/pages/operations/words-of';
import { given, viewer, type World } from './given';

const administrator = viewer({
  account: { id: 'admin', name: '管理员', email: 'admin@example.org', administrator: true },
  grants: [],
});

const incident = {
  ...{ workflow: 'problem/water/3', effect: 'problem/water/3/12/0', name: 'remind' },
  ...{ at: '2026-11-28T01:00:00.000Z', message: '邮件服务器拒收' },
};

const delivery: DeliveryRow = {
  ...{ key: 'k', channel: 'email', address: 'a@example.org', person: 'li-na', name: '李娜' },
  ...{ day: '2026-11-28', subject: '整改提醒', red: false, status: 'claimed', attempts: 2 },
  ...{ claimed_at: '2026-11-28T03:00:00.000Z', settled_at: null, detail: null },
};

const world: World = {
  viewer: administrator,
  zhenggai: {
    answers: () => Promise.resolve(true),
    incidents: () => Promise.resolve([incident]),
    workers: () =>
      Promise.resolve([
        {
          ...{ identity: '71@host', workflows: true, activities: true },
          lastSeen: '2026-11-28T03:59:58.000Z',
        },
      ]),
  },
  ledger: {
    ping: () => Promise.resolve(),
    figures: () => Promise.resolve({ problems: [], deliveries: { sent: 4 }, refusedCommands: 0 }),
    deliveries: () => Promise.resolve([delivery]),
  },
  temporalUi: 'http://127.0.0.1:8233',
};

test('the administrator sees incidents, workers, messages of unknown outcome, and ways into Temporal', async () => {
  const text = await (await given(world).app.request('/operations')).text();
  expect(text).toContain('邮件服务器拒收');
  expect(text).toContain('71@host');
  expect(text).toContain(operationsWords.zh.deliveryStatuses.unknown);
  expect(text).toContain('/namespaces/default/workflows/problem%2Fwater%2F3');
});

test('who looks after no system sees nothing of it, and the attempt is noted', async () => {
  const { app, audit } = given({ ...world, viewer: viewer() });
  for (const path of ['/operations', '/operations/versions'])
    expect((await app.request(path)).status).toBe(403);
  expect(audit).toMatchObject([
    { account: 'li-na', what: 'refused', subject: 'GET /operations' },
    { account: 'li-na', what: 'refused', subject: 'GET /operations/versions' },
  ]);
});

test('an incident is retried in the administrator’s name, once however often the form is sent', async () => {
  const asked: unknown[] = [];
  const { app } = given({
    ...world,
    zhenggai: {
      retryIncident: (...args) => {
        asked.push(args);
        return Promise.resolve({ workflow: args[0], commandId: '', outcome: 'notFound' });
      },
    },
  });
  const fields = {
    workflow: incident.workflow,
    effect: incident.effect,
    command: 'made-with-page',
  };
  const body = new URLSearchParams({ ...fields, csrf: 'token-of-this-session' });
  const answer = await app.request('/operations/retry', { method: 'POST', body });
  expect(answer.headers.get('location')).toBe('/operations?outcome=notThere');
  expect(asked).toEqual([[incident.workflow, incident.effect, { by: 'admin' }, 'made-with-page']]);
});

test('while Temporal is away the rest is shown', async () => {
  const away = () => Promise.reject(new Error('away'));
  const { app } = given({
    ...world,
    zhenggai: { answers: () => Promise.resolve(false), incidents: away, workers: away },
  });
  const text = await (await app.request('/operations')).text();
  expect(text).toContain(operationsWords.zh.away);
  expect(text).toContain(operationsWords.zh.silent);
  expect(text).toContain('李娜');
});

test('the versions of running machines are counted', async () => {
  const versions = () =>
    Promise.resolve({
      ...{ running: 900, asked: 200 },
      versions: [{ name: 'timeLimited', version: '2', instances: 200 }],
    });
  const { app } = given({ viewer: administrator, zhenggai: { versions } });
  const text = await (await app.request('/operations/versions')).text();
  expect(text).toContain('timeLimited');
  expect(text).toContain(operationsWords.zh.versionsOf(200, 900));
});

test('a message is of unknown outcome when nobody can be sending it any more', () => {
  const now = '2026-11-28T04:00:00.000Z';
  const claimed = (at: string) => ({ status: 'claimed', claimed_at: at }) as const;
  expect(deliveryOutcome(claimed('2026-11-28T03:59:00.000Z'), now)).toBe('claimed');
  expect(deliveryOutcome(claimed('2026-11-28T03:40:00.000Z'), now)).toBe('unknown');
  expect(deliveryOutcome({ ...claimed(now), status: 'failed' }, now)).toBe('failed');
});

test.each([
  [0, '0 秒'],
  [59, '59 秒'],
  [3600, '1 小时'],
  [93_784, '1 天 2 小时'],
])('%d seconds are %s', (seconds, words) => {
  expect(lasting(seconds, operationsWords.zh)).toBe(words);
});
