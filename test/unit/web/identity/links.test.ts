import { line } from '../../ledger/open';
import type { Browser } from './browser';
import { administrator, member, openHouse, type House } from './house';

const workflow = 'problem/water/1';
const act = { workflow, event: 'approve', person: 'liu-haiyan' };

interface Told {
  readonly targets: readonly string[];
  readonly event: string;
  readonly by: string;
}

let house: House;
let told: Told[] = [];
let outcome: object;
let answering: Promise<unknown>;

beforeAll(async () => {
  house = await openHouse({
    zhenggai: {
      send: async (targets: readonly string[], event: string, { by }: { readonly by: string }) => {
        await answering;
        told.push({ targets, event, by });
        return targets.map((each) => ({ workflow: each, commandId: 'c', ...outcome })) as never;
      },
    },
  });
  for (const seq of [1, 2])
    await house.opened.ledger.append(`problem/water/${seq}`, [
      line(1, { facts: { title: `问题${seq}`, unit: '云川县水务局', seq } }),
    ]);
}, 120_000);
afterAll(() => house.close());
beforeEach(() => {
  told = [];
  outcome = { outcome: 'accepted', answer: { duplicate: false, shown: { stage: 'signedOff' } } };
  answering = Promise.resolve();
});

/** The link opened, and the form that it leads to. */
async function opened(chair: Browser, link: string) {
  const lead = await chair.get(new URL(link).pathname);
  const form = await chair.get(lead.headers.get('location') ?? '');
  return { lead, form, text: await form.text() };
}

async function send(
  chair: Browser,
  text: string,
  fields: Readonly<Record<string, string>> = {},
  event = act.event,
) {
  const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  return chair.post(`/act/${event}`, { csrf, commandId: 'c-1', target: workflow, ...fields });
}

async function last() {
  return (await house.audit()).at(-1);
}

test('two touches lead from the message to the end: the link opens the form, the form does it, under the person’s own name', async () => {
  const chair = house.at();
  const { lead, form, text } = await opened(chair, await house.linkFor(act));
  expect(lead.status).toBe(303);
  expect(form.status).toBe(200);
  expect(text).toContain('刘海燕');
  expect((await send(chair, text)).status).toBe(200);
  expect(told).toEqual([{ targets: [workflow], event: 'approve', by: 'liu-haiyan' }]);
  expect(await last()).toMatchObject({
    ...{ what: 'linkUsed', subject: `approve ${workflow}`, account: 'person:water/liu-haiyan' },
  });
});

test('programs that open links use nothing up', async () => {
  const link = await house.linkFor(act);
  for (let times = 0; times < 5; times += 1) await opened(house.at('203.0.113.9'), link);
  const chair = house.at();
  const { text } = await opened(chair, link);
  expect((await send(chair, text)).status).toBe(200);
});

test('used once it does nothing again: not the link, not its form that is still open', async () => {
  const link = await house.linkFor(act);
  const [chair, other] = [house.at(), house.at()];
  const { text } = await opened(chair, link);
  await opened(other, link);
  await send(chair, text);
  expect((await send(other, text)).status).toBe(401);
  const again = await house.at().get(new URL(link).pathname);
  expect(again.status).toBe(410);
  expect(await again.text()).toContain('已经办过一次事');
  expect(await last()).toMatchObject({ what: 'refused', detail: 'used' });
  expect(told).toHaveLength(1);
});

test('of two that send at once one acts', async () => {
  const link = await house.linkFor(act);
  const [one, other] = [house.at(), house.at()];
  const [{ text }] = [await opened(one, link), await opened(other, link)];
  let go: (value: unknown) => void = () => undefined;
  answering = new Promise((resolve) => (go = resolve));
  const first = send(one, text);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const second = await send(other, text);
  go(null);
  expect([(await first).status, second.status]).toEqual([200, 403]);
  expect(told).toHaveLength(1);
});

test('what was refused uses nothing up: the person may try again', async () => {
  outcome = { outcome: 'refused', refused: { why: [], accepts: [] } };
  const chair = house.at();
  const { text } = await opened(chair, await house.linkFor(act));
  expect((await send(chair, text)).status).toBe(409);
  outcome = { outcome: 'accepted', answer: { duplicate: false, shown: { stage: 'signedOff' } } };
  expect((await send(chair, text)).status).toBe(200);
});

test('it is for its one act: everything else is refused and recorded', async () => {
  const chair = house.at();
  const { text } = await opened(chair, await house.linkFor(act));
  for (const path of [
    '/todo',
    '/accounts',
    '/settings',
    '/audit',
    '/rectifications',
    '/act/submit',
  ]) {
    expect((await chair.get(`${path}?target=${workflow}`)).status).toBe(403);
    expect(await last()).toMatchObject({ what: 'refused', detail: 'onlyThis' });
  }
  expect((await send(chair, text, { target: 'problem/water/2' })).status).toBe(403);
  expect((await chair.post('/act/submit', { target: workflow })).status).toBe(403);
  expect(told).toEqual([]);
  expect((await send(chair, text)).status).toBe(200);
});

test('who is asked to confirm may return it instead; that uses the link up too', async () => {
  const chair = house.at();
  const { text } = await opened(chair, await house.linkFor(act));
  const returned = send(chair, text, { 'f.reason': '缺发票' }, 'return');
  expect((await returned).status).toBe(200);
  expect(told).toEqual([{ targets: [workflow], event: 'return', by: 'liu-haiyan' }]);
  expect(await last()).toMatchObject({ what: 'linkUsed', subject: `return ${workflow}` });
  expect((await send(chair, text)).status).not.toBe(200);
  expect(told).toHaveLength(1);
});

test('a link that was altered, invented or turned into another is no link', async () => {
  const link = new URL(await house.linkFor(act)).pathname;
  const other = new URL(await house.linkFor({ ...act, event: 'return' })).pathname;
  const [id = ''] = link.split('.');
  const [, signature = ''] = other.split('.');
  for (const forged of [`${link}x`, id, `${id}.${signature}`, '/link/nothing.nothing']) {
    const answer = await house.at().get(forged);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('不是本系统发出的');
    expect(await last()).toMatchObject({ what: 'refused', detail: 'forged' });
  }
});

test('whoever reads the record cannot make a link of it, and whoever writes it cannot turn one', async () => {
  const link = await house.linkFor(act);
  const rows = await house.opened.behindItsBack('select * from links');
  const [id = '', signature = ''] = new URL(link).pathname.slice('/link/'.length).split('.');
  expect(JSON.stringify(rows)).not.toContain(id);
  expect(JSON.stringify(rows)).not.toContain(signature);
  await house.opened.behindItsBack(`update links set person = 'he-jing' where used_at is null`);
  const answer = await house.at().get(new URL(link).pathname);
  expect(answer.status).toBe(410);
});

test('who is signed in as somebody else is told that it is not theirs', async () => {
  const admin = await administrator(house);
  const { browser } = await member(house, admin, 'office-he', {
    ...{ standing: 'office', person: 'he-jing' },
  });
  const stolen = await browser.get(new URL(await house.linkFor(act)).pathname);
  expect(stolen.status).toBe(403);
  expect(await stolen.text()).toContain('不是发给您的');
  expect(await last()).toMatchObject({ what: 'refused', detail: 'another' });
});

test('a locked account’s links are good for nothing', async () => {
  const admin = house.at();
  await admin.post('/sign-in', { name: 'guanli', password: '秋水共长天一色-42' });
  const { id } = await member(house, admin, 'leader-liu', {
    ...{ standing: 'member', person: 'liu-haiyan' },
  });
  const link = await house.linkFor(act);
  await admin.post(`/accounts/${id}/state`, { to: 'lock' });
  expect((await house.at().get(new URL(link).pathname)).status).toBe(410);
  expect(await last()).toMatchObject({ detail: 'revoked' });
  await admin.post(`/accounts/${id}/state`, { to: 'unlock' });
});

test('after its days it is over', async () => {
  const link = await house.linkFor(act);
  const chair = house.at();
  const { text } = await opened(chair, link);
  house.later(11 * 24 * 60);
  expect((await send(chair, text)).status).toBe(401);
  const late = await house.at().get(new URL(link).pathname);
  expect(late.status).toBe(410);
  expect(await late.text()).toContain('已经过期');
});
