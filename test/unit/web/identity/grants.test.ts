/** What an administrator grants: in a unit of the record, and in one whose first list is still to come. */
import { administrator, member, openHouse, unit, type House } from './house';
import type { Browser } from './browser';

const fresh = '云川县档案馆';
let house: House;
let admin: Browser;
let clerk: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  house = await openHouse();
  admin = await administrator(house);
  clerk = await member(house, admin, 'wang-fang', null);
}, 120_000);
afterAll(() => house.close());

const grants = () =>
  house.opened.behindItsBack('select unit, standing, person from grants order by unit');
const granted = (fields: Readonly<Record<string, string>>) =>
  admin.post(`/accounts/${clerk.id}/grant`, { standing: 'office', person: 'wang-fang', ...fields });

test('the office of a unit without any list is granted to who will receive its first one', async () => {
  expect((await clerk.browser.get('/reception')).status).toBe(404);
  const page = await admin.get(`/accounts/${clerk.id}?newUnit=${encodeURIComponent(` ${fresh} `)}`);
  expect(await page.text()).toMatch(new RegExp(`${fresh} · 身份.*名单中的编号`, 's'));
  expect((await granted({ unit: fresh })).status).toBe(303);
  expect(await grants()).toEqual([{ unit: fresh, standing: 'office', person: 'wang-fang' }]);
  const received = await clerk.browser.get('/reception');
  expect(received.status).toBe(200);
  expect(await received.text()).toContain(fresh);
  expect((await house.audit()).map(({ detail }) => detail)).toContain(
    `granted office wang-fang ${fresh}`,
  );
});

test('from then on the unit is among those that are chosen', async () => {
  const page = await (await admin.get(`/accounts/${clerk.id}`)).text();
  for (const each of [unit, fresh]) expect(page).toContain(`<option value="${each}">`);
});

test.each([
  ['a name of one character', { unit: '馆' }, '单位名称要有'],
  ['a name with control characters', { unit: '档案\u0007馆' }, '单位名称要有'],
  ['no name', { unit: '' }, '单位名称要有'],
  ['an office that is nobody', { unit: fresh, person: '' }, '要写明是谁'],
  ['an id that no list can have', { unit: fresh, person: '王 芳' }, '编号只能用'],
  ['a standing there is not', { unit: fresh, standing: 'emperor' }, '请选一种身份'],
  ['somebody whom the unit’s list does not have', { unit }, '名单里没有这个人'],
])('%s is refused in words, and nothing changes', async (_what, fields, why) => {
  const before = await grants();
  const answer = await granted(fields);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(why);
  expect(await grants()).toEqual(before);
});

test('what is typed as a new unit and is none is said', async () => {
  const page = await admin.get(`/accounts/${clerk.id}?newUnit=x`);
  expect(page.status).toBe(422);
  expect(await page.text()).toContain('单位名称要有');
});

test('who looks is granted it as nobody, whatever is typed', async () => {
  await granted({ unit: '云川县图书馆', standing: 'reader', person: '谁 都 行' });
  expect(await grants()).toContainEqual({ unit: '云川县图书馆', standing: 'reader', person: null });
});

test('the audit trail says both what was granted and which guard refused, in the reader’s language', async () => {
  await house.opened.behindItsBack(
    "insert into audit values ('guard', '2026-01-05T08:00:00.000Z', null, 'refused', 'POST /act/approve', 'didNotSubmit', null)",
  );
  const page = await (await admin.get('/audit')).text();
  expect(page).toContain(`授予 整改办 wang-fang ${fresh}`);
  expect(page).toContain('提交的人不能自己审核');
});
