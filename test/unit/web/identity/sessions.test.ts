import { administrator, member, openHouse, password, signIn, type House } from './house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 120_000);
afterAll(() => house.close());

test('the first start’s link makes an administrator, once; then there is no such link any more', async () => {
  const link = (await house.firstLink()) ?? '';
  const chair = house.at();
  expect((await chair.get(link)).status).toBe(200);
  expect((await chair.get(link)).status).toBe(200);
  const made = await chair.post(link, { name: '张管', account: 'zg', password, again: password });
  expect(made.status).toBe(303);
  expect((await chair.get('/accounts')).status).toBe(200);
  expect((await house.at().get(link)).status).toBe(404);
  expect(await house.firstLink()).toBeNull();
});

test('a session ends when one signs out, and its cookie is refused from then on', async () => {
  const chair = house.at();
  expect((await signIn(chair, 'zg')).headers.get('location')).toBe('/settings');
  const stolen = new Map(chair.cookies);
  expect((await chair.get('/settings')).status).toBe(200);
  await chair.post('/sign-out');
  const thief = house.at();
  for (const [name, value] of stolen) thief.cookies.set(name, value);
  expect((await thief.get('/settings')).status).toBe(303);
});

test('cookies are not for scripts and not for other sites; on https for nothing else', async () => {
  const chair = house.at();
  const [cookie = ''] = (await signIn(chair, 'zg')).headers.getSetCookie();
  expect(cookie).toMatch(/^zhenggai\.session_token=.*HttpOnly.*SameSite=Lax/i);
  expect(cookie).not.toMatch(/Secure/);
  const secure = await openHouse({ baseUrl: 'https://pages.test' });
  const link = (await secure.firstLink()) ?? '';
  const body = new URLSearchParams({ name: '张管', account: 'zg', password, again: password });
  const made = await secure.app.request(link, { method: 'POST', body });
  expect(made.headers.getSetCookie()[0]).toMatch(/^__Secure-zhenggai\.session_token=.*; Secure/i);
  await secure.close();
}, 60_000);

test('a new password ends all other sessions', async () => {
  const [here, there] = [house.at(), house.at()];
  await signIn(here, 'zg');
  await signIn(there, 'zg');
  const fresh = '落霞与孤鹜齐飞-43';
  const changed = await here.post('/settings/password', {
    ...{ current: password, password: fresh, again: fresh },
  });
  expect(changed.status).toBe(303);
  expect((await here.get('/settings')).status).toBe(200);
  expect((await there.get('/settings')).status).toBe(303);
  expect((await signIn(there, 'zg')).status).toBe(401);
  await here.post('/settings/password', { current: fresh, password, again: password });
});

test('a wrong present password changes nothing and is noted', async () => {
  const chair = house.at();
  await signIn(chair, 'zg');
  const fresh = '落霞与孤鹜齐飞-43';
  const answer = await chair.post('/settings/password', {
    ...{ current: 'not it at all', password: fresh, again: fresh },
  });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('现在的密码不对');
  expect((await signIn(house.at(), 'zg')).status).toBe(303);
  expect((await house.audit()).at(-2)).toMatchObject({ what: 'refused', detail: 'wrongCurrent' });
});

test('an administrator ends somebody’s sessions, and locks them out at once', async () => {
  const admin = house.at();
  await signIn(admin, 'zg');
  const { id, browser } = await member(house, admin, 'xiao-li', null);
  expect((await browser.get('/settings')).status).toBe(200);
  await admin.post(`/accounts/${id}/state`, { to: 'endSessions' });
  expect((await browser.get('/settings')).status).toBe(303);
  await signIn(browser, 'xiao-li');
  await admin.post(`/accounts/${id}/state`, { to: 'lock' });
  expect((await browser.get('/settings')).status).toBe(303);
  const refused = await signIn(browser, 'xiao-li');
  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain('已被管理员停用');
  await admin.post(`/accounts/${id}/state`, { to: 'unlock' });
  expect((await signIn(browser, 'xiao-li')).status).toBe(303);
  const trail = await (await admin.get('/audit?what=accountChanged')).text();
  const [newest = ''] = /<tbody>(.*?)<\/tr>/s.exec(trail) ?? [];
  expect(newest.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(
    ' 张管 账号变动 新人 恢复 ',
  );
  expect(trail).not.toContain(`<td>${id}</td>`);
});

test('what goes wrong with a password is said in words, and the link may be used again', async () => {
  const other = await openHouse();
  const link = (await other.firstLink()) ?? '';
  const chair = other.at();
  const faults = {
    short: '密码太短',
    '1234567890abc': '密码太简单',
    'zhangguan-2026': '不能含有姓名或账号',
  };
  for (const [tried, words] of Object.entries(faults)) {
    const fields = { name: '张管', account: 'zhangguan', password: tried, again: tried };
    const answer = await chair.post(link, fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(words);
  }
  await administrator(other);
  await other.close();
}, 60_000);

describe('a session that is none', () => {
  const name = 'zhenggai.session_token';
  const withCookie = (value: string) => {
    const thief = house.at();
    thief.cookies.set(name, value);
    return thief.get('/settings');
  };
  const sessionOf = async (account: string) => {
    const chair = house.at();
    await signIn(chair, account);
    return { chair, value: chair.cookies.get(name) ?? '' };
  };

  test('is not let in: altered, unsigned, signed by another, another’s signature, or no cookie at all', async () => {
    const { value } = await sessionOf('zg');
    const other = await sessionOf('zg');
    const [token = '', signature = ''] = decodeURIComponent(value).split('.');
    const [, foreign = ''] = decodeURIComponent(other.value).split('.');
    const forged = [
      ...[`${token}x.${signature}`, token, `${token}.`, `${token}.${foreign}`, `.${signature}`],
      ...[`${token}.${signature.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))}`, ''],
    ];
    for (const each of [...forged.map(encodeURIComponent), '%E0%A4%A', '%'])
      expect([each, (await withCookie(each)).status]).toEqual([each, 303]);
    expect((await withCookie(value)).status).toBe(200);
  });

  test('whoever reads the database makes none of it', async () => {
    const { value } = await sessionOf('zg');
    const rows = await house.opened.behindItsBack('select token from sessions');
    for (const { token } of rows as readonly { readonly token: string }[])
      expect((await withCookie(token)).status).toBe(303);
    expect((await withCookie(value)).status).toBe(200);
  });

  test('is over after its hours, and when its account is gone', async () => {
    const { chair } = await sessionOf('zg');
    await house.opened.behindItsBack(
      `update sessions set expires_at = now() - interval '1 second'`,
    );
    expect((await chair.get('/settings')).status).toBe(303);
    const admin = house.at();
    await signIn(admin, 'zg');
    const { id, browser } = await member(house, admin, 'going', null);
    expect((await browser.get('/settings')).status).toBe(200);
    await house.opened.behindItsBack('delete from accounts where id = $1', id);
    expect((await browser.get('/settings')).status).toBe(303);
  });

  test('lasts a working day and is not made longer by use', async () => {
    const { chair } = await sessionOf('zg');
    const until = () =>
      house.opened.behindItsBack(
        `select extract(epoch from expires_at - created_at)::int as seconds from sessions order by created_at desc limit 1`,
      );
    const before = await until();
    await chair.get('/settings');
    expect([before, await until()]).toEqual([[{ seconds: 43_200 }], [{ seconds: 43_200 }]]);
  });

  test('is every other one of an account that ends its others', async () => {
    const [here, there] = [await sessionOf('zg'), await sessionOf('zg')];
    await here.chair.post('/settings/sessions', { which: 'others' });
    expect((await here.chair.get('/settings')).status).toBe(200);
    expect((await there.chair.get('/settings')).status).toBe(303);
  });

  test('is every one of an account that gets a new password by a link, and the link is used up', async () => {
    const admin = house.at();
    await signIn(admin, 'zg');
    const { id, browser } = await member(house, admin, 'forgetful', null);
    const made = await (await admin.post(`/accounts/${id}/link`)).text();
    const link = /http[^"]*(\/invitation\/[\w-]+)/.exec(made)?.[1] ?? '';
    const fresh = '落霞与孤鹜齐飞-43';
    expect((await house.at().post(link, { password: fresh, again: fresh })).status).toBe(303);
    expect((await browser.get('/settings')).status).toBe(303);
    expect((await house.at().post(link, { password, again: password })).status).toBe(404);
    expect((await signIn(browser, 'forgetful')).status).toBe(401);
  });

  test('sends nothing with the token of another session', async () => {
    const [one, another] = [await sessionOf('zg'), await sessionOf('zg')];
    const page = await (await another.chair.get('/settings')).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const answer = await one.chair.post('/language', { csrf, language: 'en' });
    expect(answer.status).toBe(403);
    expect((await house.audit()).at(-1)).toMatchObject({ what: 'refused', detail: 'forged' });
  });
});
