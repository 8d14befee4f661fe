import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Browser } from './browser';
import { administrator, openHouse, password, signIn, type House } from './house';
import { startProvider, type RunningProvider } from './provider';

const callback = '/sign-in/with/callback/sso';
let provider: RunningProvider;
let house: House;
let admin: Browser;

beforeAll(async () => {
  provider = await startProvider(`http://pages.test${callback}`);
  house = await openHouse({ sso: provider.setting });
  admin = await administrator(house);
  await admin.post('/accounts/add', { name: '刘海燕', email: 'liu.haiyan@example.org' });
}, 120_000);
afterAll(async () => {
  await house.close();
  await provider.stop();
});

const last = async () => (await house.audit()).at(-1);

/** From the button to the provider. */
async function sent(chair: Browser, to = '/settings'): Promise<URL> {
  const answer = await chair.get(`/sign-in/sso?to=${encodeURIComponent(to)}`);
  return new URL(answer.headers.get('location') ?? '', 'http://pages.test');
}

/** As the provider has sent them back. */
function back(chair: Browser, { search }: URL): Promise<Response> {
  return chair.get(`${callback}${search}`);
}

/** What the sign-in page says of it. */
async function told(chair: Browser, answer: Response): Promise<string> {
  const to = answer.headers.get('location') ?? '';
  return /^\/sign-in\?failed=/.test(to) ? (await chair.get(to)).text() : `to ${to}`;
}

test('who signs in at the provider is the account with the same address, and goes on to where they wanted', async () => {
  const chair = house.at();
  expect(await (await chair.get('/sign-in')).text()).toContain('用统一身份认证登录');
  const url = await sent(chair);
  expect(url.origin).toBe(provider.setting.issuer);
  const answer = await back(chair, await provider.signIn(url.href, 'liu.haiyan'));
  expect(answer.headers.get('location')).toBe('/settings');
  expect(await (await chair.get('/settings')).text()).toContain('liu.haiyan@example.org');
  expect(await last()).toMatchObject({ what: 'signedIn', detail: 'sso' });
  expect((await last())?.account).not.toBeNull();
});

test('nothing by which one could act at the provider is kept', async () => {
  const kept = await house.opened.behindItsBack(
    `select account_id, access_token, refresh_token, id_token from credentials where provider_id = 'sso'`,
  );
  expect(kept).toEqual([
    { account_id: 'liu.haiyan', access_token: null, refresh_token: null, id_token: null },
  ]);
});

test('whoever has no account is not let in, and is told whom to ask', async () => {
  const chair = house.at();
  const answer = await back(chair, await provider.signIn((await sent(chair)).href, 'nobody'));
  expect(await told(chair, answer)).toContain('没有与您的邮箱对应的账号');
  expect((await chair.get('/settings')).status).toBe(303);
  expect(await last()).toMatchObject({ what: 'signInFailed', detail: 'sso signup_disabled' });
  expect(
    await house.opened.behindItsBack(`select 1 from accounts where email like 'nobody@%'`),
  ).toEqual([]);
});

test('a locked account does not come in by this way either', async () => {
  const [{ id = '' } = {}] = (await house.opened.behindItsBack(
    `select id from accounts where email = 'liu.haiyan@example.org'`,
  )) as readonly { readonly id?: string }[];
  await admin.post(`/accounts/${id}/state`, { to: 'lock' });
  const chair = house.at();
  const answer = await back(chair, await provider.signIn((await sent(chair)).href, 'liu.haiyan'));
  expect(await told(chair, answer)).toContain('已被管理员停用');
  expect((await chair.get('/settings')).status).toBe(303);
  await admin.post(`/accounts/${id}/state`, { to: 'unlock' });
});

test.each([
  ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(32))],
  ['no state', (url: URL) => url.searchParams.delete('state')],
  ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
  ['another issuer', (url: URL) => url.searchParams.set('iss', 'http://id.elsewhere.example')],
  [
    'a refusal',
    (url: URL) => (url.searchParams.delete('code'), url.searchParams.set('error', 'access_denied')),
  ],
  [
    'words',
    (url: URL) => (
      url.searchParams.delete('code'),
      url.searchParams.set('error', '<b>打电话给</b>')
    ),
  ],
] as const)('nobody is signed in who comes back with %s', async (_what, tamper) => {
  const chair = house.at();
  const url = await provider.signIn((await sent(chair)).href, 'liu.haiyan');
  tamper(url);
  expect(await told(chair, await back(chair, url))).toContain('单点登录没有成功');
  expect((await chair.get('/settings')).status).toBe(303);
  expect(await last()).toMatchObject({ what: 'signInFailed' });
  expect((await last())?.detail).toMatch(/^sso \w+$/);
});

test('a token that was made for another attempt signs nobody in', async () => {
  const chair = house.at();
  const url = await sent(chair);
  url.searchParams.set('nonce', 'of-somebody-else');
  const answer = await back(chair, await provider.signIn(url.href, 'liu.haiyan'));
  expect(await told(chair, answer)).toContain('单点登录没有成功');
  expect((await chair.get('/settings')).status).toBe(303);
});

test('what was stolen on the way back is good for nothing: not in another browser, and not twice', async () => {
  const [chair, thief] = [house.at(), house.at()];
  const url = await provider.signIn((await sent(chair)).href, 'liu.haiyan');
  expect(await told(thief, await back(thief, url))).toContain('单点登录没有成功');
  expect((await thief.get('/settings')).status).toBe(303);
  const other = house.at();
  const once = await provider.signIn((await sent(other)).href, 'liu.haiyan');
  expect((await back(other, once)).headers.get('location')).toBe('/settings');
  expect(await told(other, await back(other, once))).toContain('单点登录没有成功');
});

test('it leads to pages of ours alone, and a link on another’s page begins nothing', async () => {
  const chair = house.at();
  const url = await sent(chair, 'https://elsewhere.example/');
  const answer = await back(chair, await provider.signIn(url.href, 'liu.haiyan'));
  expect(answer.headers.get('location')).toBe('/');
  const foreign = await house.app.request('/sign-in/sso', {
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(foreign.headers.get('location')).toBe('/sign-in');
});

describe('a provider that does not answer', () => {
  let silent: Server;
  let other: House;
  const sockets = new Set<{ readonly destroy: () => void }>();

  beforeAll(async () => {
    silent = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${port}`;
    other = await openHouse({ sso: { ...provider.setting, issuer }, ssoPatience: 300 });
  }, 60_000);
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    silent.close();
    await other.close();
  });

  test('keeps nobody from signing in with a password, and is said to be away', async () => {
    await administrator(other);
    const chair = other.at();
    expect((await signIn(chair, 'guanli', password)).headers.get('location')).toBe('/settings');
    const answer = await other.at().get('/sign-in/sso');
    expect(await told(chair, answer)).toContain('统一身份认证没有应答');
    expect((await other.audit()).at(-1)).toMatchObject({
      what: 'signInFailed',
      detail: 'sso away',
    });
  });
});

test('a provider that is gone is said to be away', async () => {
  const gone = { ...provider.setting, issuer: 'http://127.0.0.1:9' };
  const other = await openHouse({ sso: gone });
  const chair = other.at();
  expect(await told(chair, await chair.get('/sign-in/sso'))).toContain('统一身份认证没有应答');
  await other.close();
}, 60_000);
