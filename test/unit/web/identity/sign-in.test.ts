import { createHmac } from 'node:crypto';
import { addressLimit, lockMinutes, withAttempt } from '../../../../web/identity/attempts';
import type { Browser } from './browser';
import { administrator, member, openHouse, password, signIn, type House } from './house';

let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
}, 120_000);
afterAll(() => house.close());

const last = async () => (await house.audit()).at(-1);

/** @returns the status of the last answer, and the answer */
async function tries(chair: Browser, account: string, times: number): Promise<Response> {
  let answer = new Response();
  for (let tried = 0; tried < times; tried += 1)
    answer = await signIn(chair, account, 'not it at all');
  return answer;
}

test('after five wrong passwords an account is closed for a quarter of an hour, also to the right one', async () => {
  await member(house, admin, 'closed', null);
  const wrong = await tries(house.at('203.0.113.1'), 'closed', 5);
  expect(wrong.status).toBe(401);
  expect(await wrong.text()).toContain('账号或密码不对');
  const right = await signIn(house.at('203.0.113.2'), 'closed');
  expect(right.status).toBe(429);
  expect(right.headers.get('retry-after')).toBe(String(lockMinutes * 60));
  expect(await right.text()).toContain('请 15 分钟后再试');
  expect(await last()).toMatchObject({ what: 'refused', detail: 'lockedOut' });
  house.later(lockMinutes + 1);
  expect((await signIn(house.at(), 'closed')).status).toBe(303);
});

test('a name that is nobody’s is answered the same, and closed the same', async () => {
  const wrong = await tries(house.at('203.0.113.3'), 'nobody', 5);
  expect(wrong.status).toBe(401);
  expect(await wrong.text()).toContain('账号或密码不对');
  expect((await tries(house.at('203.0.113.3'), 'nobody', 1)).status).toBe(429);
});

test('an administrator opens it again', async () => {
  const { id } = await member(house, admin, 'lifted', null);
  await tries(house.at('203.0.113.4'), 'lifted', 5);
  expect((await signIn(house.at(), 'lifted')).status).toBe(429);
  await admin.post('/accounts/lift', { key: `account ${id}` });
  expect((await signIn(house.at(), 'lifted')).status).toBe(303);
});

test('an address has its own limit, and one that is over counts for nobody any more', () => {
  const at = '2026-11-28T04:00:00.000Z';
  let row = {
    key: 'address 203.0.113.5',
    failures: 0,
    since: at,
    lockedUntil: null as string | null,
  };
  for (let tried = 0; tried < addressLimit; tried += 1) {
    const next = withAttempt(row, at, addressLimit);
    expect(next.isOpen).toBe(true);
    row = next.row;
  }
  expect(withAttempt(row, at, addressLimit).isOpen).toBe(false);
  const later = withAttempt(row, '2026-11-28T04:15:00.000Z', addressLimit);
  expect(later).toMatchObject({ isOpen: true, row: { failures: 1, lockedUntil: null } });
});

test('whoever sits at an open session does not find its password out', async () => {
  const { browser } = await member(house, admin, 'left-open', null);
  const fresh = '落霞与孤鹜齐飞-43';
  const guess = (current: string) =>
    browser.post('/settings/password', { current, password: fresh, again: fresh });
  for (let tried = 0; tried < 5; tried += 1) expect((await guess('not it')).status).toBe(422);
  const closed = await guess(password);
  expect(closed.status).toBe(429);
  expect(await closed.text()).toContain('请 15 分钟后再试');
});

test('with a second factor the password alone is no sign-in; a code is, a wrong one is noted, a spare one works once', async () => {
  const { browser } = await member(house, admin, 'second', null);
  const begun = await (await browser.post('/settings/second', { current: password })).text();
  const secret = /<code>([A-Z2-7]{16,})<\/code>/.exec(begun)?.[1] ?? '';
  const spare = [...begun.matchAll(/<code>([\w-]+)<\/code>/g)].at(-1)?.[1] ?? '';
  await browser.post('/settings/second/confirm', { code: codeOf(secret) });
  const enter = async (code: string) => {
    const chair = house.at();
    const first = await signIn(chair, 'second');
    expect(first.headers.get('location')).toMatch(/^\/sign-in\/second\?to=/);
    expect((await chair.get('/settings')).status).toBe(303);
    const second = await chair.post('/sign-in/second', { code, to: '/settings' });
    return [second.status, (await chair.get('/settings')).status];
  };
  expect(await enter('000000')).toEqual([401, 303]);
  expect(await last()).toMatchObject({ what: 'signInFailed' });
  expect(await enter(codeOf(secret))).toEqual([303, 200]);
  expect(await enter(spare)).toEqual([303, 200]);
  expect(await enter(spare)).toEqual([401, 303]);
  const without = await house.at().post('/sign-in/second', { code: codeOf(secret) });
  expect(without.status).toBe(401);
});

/** RFC 6238, now. */
function codeOf(base32: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', Buffer.from(bytes.map((byte) => parseInt(byte, 2))))
    .update(counter)
    .digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
