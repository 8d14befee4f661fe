/** Documents from the record: what is looked at is what is taken away and issued, and only that is public, only in its window. */
import { documentNames } from '../../../../documents/export/documents';
import type { Ledger } from '../../../../ledger';
import { given, viewer } from '../given';
import { ledgerAt, reception, withheldSeq } from './published';

const before = '2026-09-17T04:00:00.000Z';
const within = '2026-09-22T04:00:00.000Z';
const after = '2026-11-02T04:00:00.000Z';
const { unit } = reception;
const office = viewer({ grants: [{ unit, standing: 'office', person: 'he-jing' }] });

function at(now: string, who = office, more: Partial<Ledger> = {}) {
  const { issued, ...ledger } = ledgerAt(now);
  const all = given({ viewer: who, ledger: { ...ledger, ...more }, now });
  const text = async (path: string) => (await all.app.request(path)).text();
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    all.app.request(path, {
      method: 'POST',
      body: new URLSearchParams({ csrf: who.csrf, ...fields }),
    });
  return { ...all, issued, text, post };
}

async function issue({ text, post }: ReturnType<typeof at>, more = {}) {
  const page = await text('/documents/water/bulletin');
  const hidden = ['lines', 'day', 'problems', 'words'].map((name) => {
    const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    return [name, found] as const;
  });
  return post('/documents/water/bulletin/issue', {
    ...Object.fromEntries(hidden),
    agreed: 'yes',
    ...more,
  });
}

test('every document is shown in the page, its gaps marked', async () => {
  const { app } = at(within);
  for (const name of documentNames) {
    const answer = await app.request(`/documents/water/${name}`);
    expect(answer.status).toBe(200);
  }
  const { text } = at(within);
  expect(await text('/documents/water/bulletin')).toMatch(/<mark>【待补：[^<]+】<\/mark>/);
});

test('the same line of the journal gives the same bytes, also later', async () => {
  const path = '/documents/water/bulletin/file?lines=60&day=2026-03-10';
  const bytes = async (now: string) =>
    Buffer.from(await (await at(now).app.request(path)).arrayBuffer());
  expect((await bytes(before)).equals(await bytes(after))).toBe(true);
});

test('issuing notes who and from what, and what was issued is made again byte by byte', async () => {
  const world = at(within);
  expect((await issue(world)).status).toBe(303);
  expect(world.issued).toHaveLength(1);
  expect(world.issued[0]).toMatchObject({ name: 'bulletin', made_by: 'he-jing', made_at: within });
  const sha = world.issued[0]?.sha256 ?? '';
  const again = await world.app.request(`/documents/water/issued/${sha}`);
  expect(again.status).toBe(200);
  expect(again.headers.get('content-type')).toContain('wordprocessingml');
});

test('what came of issuing is said once on the page that follows', async () => {
  const headers = { cookie: `zhenggai-notice=${encodeURIComponent('done 已印发通报')}` };
  const answer = await at(within).app.request('/documents/water', { headers });
  expect((await answer.text()).split('已印发通报')).toHaveLength(2);
});

test('with gaps it is issued only when that was said', async () => {
  const world = at(within);
  const page = await world.text('/documents/water/bulletin');
  const lines = /name="lines" value="(\d+)"/.exec(page)?.[1] ?? '';
  const answer = await world.post('/documents/water/bulletin/issue', {
    ...{ lines, day: '2026-09-22', words: '' },
  });
  expect(answer.status).toBe(422);
  expect(world.issued).toEqual([]);
});

test('what its author changed since it was looked at is not issued unseen', async () => {
  const world = at(within);
  expect((await issue(world, { words: 'another time' })).status).toBe(422);
  expect(world.issued).toEqual([]);
});

test.each([
  ['a department head', viewer({ grants: [{ unit, standing: 'member', person: 'li-na' }] })],
  ['a reader', viewer({ grants: [{ unit, standing: 'reader', person: 'he-jing' }] })],
])('%s looks, and may not issue', async (_who, other) => {
  const world = at(within, other);
  expect(await world.text('/documents/water/bulletin')).not.toContain('/issue');
  expect((await issue(world, { lines: '60', day: '2026-03-10' })).status).toBe(403);
  expect(world.issued).toEqual([]);
  expect(world.audit).toHaveLength(1);
});

test('another unit’s documents are not there', async () => {
  const other = viewer({ grants: [{ unit: '别处', standing: 'office', person: 'he-jing' }] });
  const { app } = at(within, other);
  for (const path of ['', '/words', '/bulletin', '/bulletin/file'])
    expect((await app.request(`/documents/water${path}`)).status).toBe(404);
});

test('a date that is none is not kept among the author’s words', async () => {
  const kept: string[] = [];
  const keepAuthorPart: Ledger['keepAuthorPart'] = (part) =>
    Promise.resolve(void kept.push(part.content));
  const { post } = at(within, office, { keepAuthorPart });
  expect((await post('/documents/water/words', { reportOn: '2026-02-30' })).status).toBe(422);
  expect(kept).toEqual([]);
  await post('/documents/water/words', { phone: '0123-4567', nextSteps: '一段\n\n二段' });
  expect(JSON.parse(kept[0] ?? '')).toMatchObject({
    ...{ contact: { phone: '0123-4567', email: null }, nextSteps: ['一段', '二段'] },
  });
});

test('replies from the public are shown where they were recorded', async () => {
  expect(await at(within).text('/documents/water')).toContain('希望公布水质');
});

describe('the public page', () => {
  async function seen(now: string, issuedToo = true, stage: string | null = null) {
    const world = at(within);
    if (issuedToo) await issue(world);
    const { issued: _none, ...ledger } = ledgerAt(now);
    const documents = () => Promise.resolve(world.issued);
    const rectifications: Ledger['rectifications'] = async (ids) =>
      ((await ledger.rectifications?.(ids)) ?? []).map((row) => ({
        ...row,
        stage: stage ?? row.stage,
      }));
    return given({ viewer: null, ledger: { ...ledger, documents, rectifications }, now }).app;
  }

  test('shows the issued bulletin within its window, without a sign-in, a cookie or a withheld problem', async () => {
    const answer = await (await seen(within)).request('/public/water');
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('整改落实情况');
    const hidden = reception.problems.find(({ seq }) => seq === withheldSeq)?.title ?? '-';
    expect(page).not.toContain(hidden);
    expect(page).not.toMatch(/<script|sign-in|<form/);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
  });

  test('is there to the end of its window, whatever else begins meanwhile', async () => {
    const status = async (now: string) =>
      (await (await seen(now, true, 'lookBack')).request('/public/water')).status;
    expect([await status(within), await status(after)]).toEqual([200, 404]);
  });

  test('a copy that is still right is not sent again', async () => {
    const app = await seen(within);
    const etag = (await app.request('/public/water')).headers.get('etag') ?? '';
    const again = await app.request('/public/water', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  test('answers the same before, after, without a bulletin and for what never was', async () => {
    const asked = [
      (await seen(before)).request('/public/water'),
      (await seen(after)).request('/public/water'),
      (await seen(within, false)).request('/public/water'),
      (await seen(within)).request('/public/nothing'),
    ];
    const answers = await Promise.all(asked.map((each) => Promise.resolve(each)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    const names = answers.map(({ headers }) =>
      [...headers].filter(([name]) => name !== 'x-request-id').join('\n'),
    );
    expect(new Set(names).size).toBe(1);
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
  });
});
