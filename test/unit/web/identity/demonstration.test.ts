import { demonstrationIdentity, type AuditEntry } from '../../../../web';
import { given } from '../given';

const office = {
  account: { id: 'he-jing', name: '何静', email: '', administrator: false },
  ...{ grants: [], title: '整改办' },
};
const leader = { ...office, account: { ...office.account, id: 'liu haiyan', name: '刘海燕' } };

/** The pages where one click signs in; @returns the cookie of whoever was chosen */
async function demonstration(people = [office, leader]) {
  const noted: AuditEntry[] = [];
  const audit = { note: (entry: AuditEntry) => Promise.resolve(void noted.push(entry)) };
  const { identity, signIn } = demonstrationIdentity(() => Promise.resolve(people), audit as never);
  const { app } = given({ identity: { viewerOf: identity.viewerOf }, signIn });
  const choose = async (account: string, headers: Readonly<Record<string, string>> = {}) => {
    const body = new URLSearchParams({ account });
    const answer = await app.request('/sign-in', { method: 'POST', body, headers });
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const status = async (cookie: string) =>
    (await app.request('/settings', { headers: { cookie, accept: 'text/html' } })).status;
  return { choose, status, noted };
}

test('one click signs in, and is recorded as the demonstration’s', async () => {
  const { choose, status, noted } = await demonstration();
  for (const id of ['he-jing', 'liu haiyan']) expect(await status(await choose(id))).toBe(200);
  expect(noted[0]).toMatchObject({ what: 'signedIn', account: 'he-jing', detail: 'demonstration' });
});

test('nobody else is chosen, and nobody from elsewhere', async () => {
  const { choose } = await demonstration();
  expect(await choose('somebody')).toBe('');
  expect(await choose('he-jing', { 'sec-fetch-site': 'cross-site' })).toBe('');
});

test('a cookie that was not made here is none', async () => {
  const { choose, status } = await demonstration();
  const [one, other] = [await choose('he-jing'), await choose('liu haiyan')];
  const [, seal = ''] = other.split('.');
  const [name = ''] = one.split('=');
  const foreign = await (await demonstration()).choose('he-jing');
  const forged = ['', 'he-jing', `he-jing.${seal}`, '%E0%A4%A', '%', '.', `${seal}`];
  for (const value of forged)
    expect([value, await status(`${name}=${value}`)]).toEqual([value, 303]);
  expect(await status(foreign)).toBe(303);
});
