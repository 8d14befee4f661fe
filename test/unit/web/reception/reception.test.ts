/** From a file to what is received, through the front door: nothing starts before somebody says so, and nothing twice. */
import type { Zhenggai } from '../../../../client';
import type { Reception } from '../../../../domain/reception';
import { given, rectification, unit, viewer, type World } from '../given';
import { draftsInMemory } from './drafts-in-memory';

const rows = [
  '序号,反馈问题,整改类型,整改措施,整改时限,责任领导,责任部门,经办人',
  '1,台账不清,限期整改,补记台账,2026年12月底,刘海燕,财务审计科,张伟',
  '2,接待审批不规范,立行立改,开展自查,尽快,刘海燕,财务审计科,钱进',
];

const facts = {
  people: [
    person('he-jing', '何静', ['office']),
    person('liu-haiyan', '刘海燕', ['responsibleLeader']),
    person('li-na', '李娜', ['departmentHead'], '财务审计科'),
    person('zhang-wei', '张伟', ['handler'], '财务审计科'),
    person('zhou', '周明远', ['principal']),
  ],
};

function person(id: string, name: string, roles: string[], department: string | null = null) {
  return { id, name, roles, department, deputies: [], channels: [] };
}

const office = viewer({
  account: { id: 'he-jing', name: '何静', email: 'he@example.org', administrator: false },
  grants: [{ unit, standing: 'office', person: 'he-jing' }],
});

function world({ viewer: who = office, zhenggai, ledger }: World = {}) {
  const drafts = draftsInMemory();
  const received: Reception[] = [];
  const all = given({
    viewer: who,
    ledger: {
      drafts,
      rectifications: (ids) => Promise.resolve(ids === undefined ? [rectification({ facts })] : []),
      ...ledger,
    },
    zhenggai: {
      policy: () => Promise.reject(new Error('nobody answers')),
      compare: () =>
        Promise.resolve({
          ...{ rectification: 'rectification/new', standing: 'new' as const },
          ...{ same: [], changed: [], added: [1, 2], gone: [] },
        }),
      receive: (reception) => {
        received.push(reception);
        return Promise.resolve({
          ...{ rectification: `rectification/${reception.id}`, started: true, same: [] },
          ...{ added: [1, 2], notAdded: [], changed: [], gone: [] },
        });
      },
      ...zhenggai,
    } satisfies Partial<Zhenggai>,
  });
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    all.app.request(path, {
      method: 'POST',
      body: new URLSearchParams({ csrf: office.csrf, ...fields }),
    });
  return { ...all, drafts, received, post };
}

function uploaded(
  app: ReturnType<typeof world>['app'],
  bytes: string | Buffer<ArrayBuffer>,
  name: string,
) {
  const body = new FormData();
  body.set('csrf', office.csrf);
  body.set('unit', unit);
  body.set('file', new File([bytes], name));
  return app.request('/reception', { method: 'POST', body });
}

async function withList(more: World = {}) {
  const all = world(more);
  const answer = await uploaded(all.app, rows.join('\n'), '清单.csv');
  expect(answer.status).toBe(303);
  const path = answer.headers.get('location') ?? '';
  const text = async (at = '') => (await all.app.request(path + at)).text();
  const id = path.replace('/reception/', '');
  return { ...all, path, text, id };
}

test('an uploaded list shows what is asked, where and why, and what is missing', async () => {
  const { text } = await withList();
  const page = await text();
  expect(page).toContain('台账不清');
  expect(page).toMatch(/请核对整改时限（清单.csv!E3）/);
  expect(page).toContain('尽快');
  expect(page).toContain('文件写到的有1个对不上名单');
});

test.each([
  ['坏.xlsx', Buffer.from('504b0304deadbeef', 'hex'), /损坏|打不开|无法/],
  ['空.csv', '', /空的/],
  ['图.png', Buffer.from('89504e470d0a1a0a', 'hex'), /.{4,}/],
])('%s is refused in words and leaves nothing', async (name, bytes, why) => {
  const { app, drafts } = world();
  const answer = await uploaded(app, bytes, name);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toMatch(why);
  expect(drafts.rows.size).toBe(0);
});

test('a date that is set answers what was asked of it; names are put in the list of people', async () => {
  const { post, path, text } = await withList();
  const answer = await post(`${path}/problems/2`, {
    ...{ title: '接待审批不规范', kind: 'immediate', due: '2026-12-15', department: '财务审计科' },
    ...{ responsibleLeaders: '刘海燕', handlers: '钱进', 'measure.0.text': '开展自查' },
  });
  expect(answer.headers.get('location')).toBe(`${path}?saved#p-2`);
  expect(await text('?edit')).toContain('没有要核对的了');
  await post(`${path}/people/proposed`, { name: '钱进' });
  expect(await text('/people')).toContain('文件写到的人都在名单中');
});

test('a date that does not exist is said beside the form, which keeps what was typed', async () => {
  const { post, path, text } = await withList();
  const answer = await post(`${path}/problems/1`, { title: '改过的', due: '2026-02-30' });
  expect(answer.status).toBe(422);
  const form = await answer.text();
  expect(form).toContain('不是日历上的日期');
  expect(form).toContain('改过的');
  expect(await text('?edit')).not.toContain('改过的');
});

async function readyToStart(more: World = {}) {
  const all = await withList(more);
  await all.post(`${all.path}/file`, { feedbackOn: '2026-11-02' });
  await all.post(`${all.path}/people/proposed`, { name: '钱进' });
  return all;
}

test('the first list of a unit begins with who receives it; all others are drafted from the file', async () => {
  const { path, post, text, received } = await withList({
    ledger: { rectifications: () => Promise.resolve([]) },
  });
  expect(await text('/people')).toMatch(/何静.*整改办.*he-jing/s);
  await post(`${path}/file`, { feedbackOn: '2026-11-02' });
  for (const name of ['刘海燕', '张伟', '钱进']) await post(`${path}/people/proposed`, { name });
  await post(`${path}/people/new`, {
    ...{ id: 'li-na', name: '李娜', role: 'departmentHead', department: '财务审计科' },
  });
  await post(`${path}/people/new`, { id: 'zhou', name: '周明远', role: 'principal' });
  expect((await post(`${path}/start`, { agreed: 'yes' })).headers.get('location')).toBe(
    `${path}/progress`,
  );
  expect(received.map((reception) => reception.unit)).toEqual([unit]);
  expect(received[0]?.people.map(({ name }) => name)).toEqual([
    ...['何静', '刘海燕', '张伟', '钱进', '李娜', '周明远'],
  ]);
});

test('what is in the way is named, and nothing is started', async () => {
  const { path, text, post, received } = await withList();
  expect(await text('/check')).toContain('还没有反馈日期');
  await post(`${path}/file`, { feedbackOn: '2026-11-02' });
  expect(await text('/check')).toContain('钱进');
  expect((await post(`${path}/start`, { agreed: '1' })).status).toBe(422);
  expect(received).toEqual([]);
});

test('silence is no consent while something is open', async () => {
  const { path, post, received } = await readyToStart();
  const answer = await post(`${path}/start`, {});
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('还有没核对的');
  expect(received).toEqual([]);
});

test('it is received for the office’s own unit and in their own name, names as ids', async () => {
  const { path, post, received, text } = await readyToStart();
  expect((await post(`${path}/start`, { agreed: '1' })).status).toBe(303);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ unit, feedbackOn: '2026-11-02' });
  expect(received[0]?.problems.map(({ assignment }) => assignment.handlers)).toEqual([
    ['zhang-wei'],
    ['钱进'],
  ]);
  expect(await text('/progress')).toContain('收入2个问题');
});

test('a second touch looks on: receiving is begun once', async () => {
  let finish = () => {};
  const begun: string[] = [];
  const { path, post, text } = await readyToStart({
    zhenggai: {
      receive: ({ id }, { onProgress } = {}) => {
        begun.push(id);
        onProgress?.({ doing: 'adding', done: 1, of: 2 });
        return new Promise((resolve) => {
          finish = () =>
            resolve({
              ...{ rectification: `rectification/${id}`, started: true, same: [], added: [1, 2] },
              ...{ notAdded: [], changed: [], gone: [] },
            });
        });
      },
    },
  });
  await post(`${path}/start`, { agreed: '1' });
  await post(`${path}/start`, { agreed: '1' });
  expect(begun).toHaveLength(1);
  expect(await text('/progress')).toContain('hx-trigger="every 1s"');
  finish();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await text('/progress')).not.toContain('hx-trigger');
});

test('what a crash has cut off is offered to be taken up, from the same instant on', async () => {
  const { path, post, text, drafts, id, received } = await readyToStart();
  const row = drafts.rows.get(id);
  const at = '2026-11-28T03:00:00.000Z';
  const receiving = { at, by: 'he-jing', amend: null, progress: null, aliveAt: at, outcome: null };
  if (row !== undefined) drafts.rows.set(id, { ...row, receiving: JSON.stringify(receiving) });
  expect(await text('/progress')).toContain('接着收');
  await post(`${path}/start`, {});
  expect(received).toHaveLength(1);
  const kept = JSON.parse(drafts.rows.get(id)?.receiving ?? '{}') as { at: string };
  expect(kept.at).toBe(at);
});

test.each([
  ['a member of the unit', viewer()],
  [
    'the office of another unit',
    viewer({ grants: [{ unit: '别处', standing: 'office', person: 'he-jing' }] }),
  ],
])('for %s there is no list, and the attempt is noted', async (_who, other) => {
  const { drafts, id } = await withList();
  const there = given({ viewer: other, ledger: { drafts } });
  for (const at of ['', '/check', '/people', '/problems/1', '/list.yaml'])
    expect((await there.app.request(`/reception/${id}${at}`)).status).toBe(404);
  expect(there.audit.length).toBe(5);
});
