import type { Overview, ProblemFilter, ProblemRow, Sorted, Sorting } from '../../../../ledger';
import { filterOf, queryIn, searchOf } from '../../../../web/pages/ledger/query';
import { given, people, rectification, unit, viewer } from '../given';

const queryOf = (search: string) => queryIn(new URLSearchParams(search));

function row(seq: number, over: Partial<ProblemRow> = {}): ProblemRow {
  return {
    ...{
      workflow: `problem/water/${seq}`,
      rectification: 'water',
      seq,
      sequence: 3,
      shown: {},
      facts: {},
    },
    ...{
      changed_at: '2026-11-23T01:00:00.000Z',
      unit,
      section: '财务管理',
      title: '合同<b>管理</b>',
    },
    ...{
      kind: 'timeLimited',
      stage: 'rectifying',
      lamp: 'overdue',
      status: 'inProgress',
      round: 1,
    },
    ...{ due_on: '2026-12-01', department: '财务审计科', responsible_leader: '刘海燕' },
    ...over,
  };
}

interface Asked {
  readonly filter: ProblemFilter;
  readonly sorting: Sorting;
}

function world(rows: readonly ProblemRow[], over: Partial<Sorted> = {}) {
  const asked: Asked[] = [];
  const overview: Partial<Overview> = {
    places: () => Promise.resolve([]),
    sorted: (filter, sorting) => {
      asked.push({ filter, sorting });
      const found = rows.map((each) => ({ ...each, key: '' }));
      return Promise.resolve({
        rows: found,
        total: rows.length,
        hasBefore: false,
        hasAfter: false,
        ...over,
      });
    },
  };
  return { asked, ledger: { overview: overview as Overview } };
}

describe('the question in an address', () => {
  test('comes back as it was asked', () => {
    const search =
      'kind=longTerm&lamp=overdue&lamp=behind&department=%E5%8A%9E%E5%85%AC%E5%AE%A4&text=a%26b&open=1&sort=due&down=1&limit=100';
    expect(searchOf(queryOf(search))).toBe(search);
  });

  test('goes without what nobody knows', () => {
    expect(searchOf(queryOf('kind=other&lamp=green&sort=colour&limit=7&after=[1]&text=+'))).toBe(
      '',
    );
  });

  test('begins at the first page when it is another', () => {
    const after = JSON.stringify(['2026-12-01', 'water', 7]);
    const query = queryOf(`sort=due&after=${encodeURIComponent(after)}`);
    expect(query.after).toEqual({ key: '2026-12-01', rectification: 'water', seq: 7 });
    expect(searchOf(query, { lamp: ['overdue'] })).toBe('lamp=overdue&sort=due');
  });

  test('asks the record for the rectifications that are seen and no others', () => {
    expect(filterOf(queryOf('stage=closed&person=li-na'), ['water'])).toEqual({
      ...{ rectifications: ['water'], stages: ['closed'], person: 'li-na' },
    });
  });
});

test('a table shows what people wrote as text', async () => {
  const { ledger, asked } = world([row(1)]);
  const { app } = given({ ledger });
  const answer = await app.request('/ledger/water?lamp=overdue&sort=lamp&down=1');
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('合同&lt;b&gt;管理&lt;/b&gt;');
  expect(html).toContain('href="/problems/water/1"');
  expect(html).toContain('aria-sort="descending"');
  expect(asked[0]).toEqual({
    filter: { rectifications: ['water'], lamps: ['overdue'] },
    sorting: { by: 'lamp', down: true },
  });
});

test('another unit’s table is not there', async () => {
  const { ledger, asked } = world([row(1)]);
  const { app, audit } = given({
    viewer: viewer({ grants: [{ unit: '别的单位', standing: 'office', person: 'he-jing' }] }),
    ledger,
  });
  for (const path of ['/ledger/water', '/ledger/water/excel'])
    expect((await app.request(path)).status).toBe(404);
  expect(asked).toEqual([]);
  expect(audit.map(({ what, subject }) => `${what} ${subject}`)).toEqual([
    ...['refused GET /ledger/water', 'refused GET /ledger/water/excel'],
  ]);
});

test('who sees several rectifications finds the problems of all of them, and of no other', async () => {
  const { ledger, asked } = world([
    row(1),
    row(1, { workflow: 'problem/road/1', rectification: 'road' }),
  ]);
  const rounds = [
    rectification(),
    rectification({ id: 'road', workflow: 'rectification/road', unit: '公路局' }),
    rectification({ id: 'secret', workflow: 'rectification/secret', unit: '别的单位' }),
  ];
  const grants = [unit, '公路局'].map(
    (each) => ({ unit: each, standing: 'supervisor', person: 'xu-zhiyuan' }) as const,
  );
  const { app } = given({
    viewer: viewer({ grants }),
    ledger: { ...ledger, rectifications: () => Promise.resolve(rounds) },
  });
  const html = await (await app.request('/ledger')).text();
  expect(asked[0]?.filter).toEqual({ rectifications: ['water', 'road'] });
  expect(html).toContain('公路局');
  expect(html).not.toContain('type="checkbox" name="target"');
});

test('who sees one rectification is led to its table with the question', async () => {
  const { app } = given(world([]));
  const answer = await app.request('/ledger?lamp=overdue');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/ledger/water?lamp=overdue');
});

test.each([
  ['office', 'he-jing', '/act/assign'],
  ['supervisor', 'xu-zhiyuan', '/act/spotCheck'],
  ['member', 'liu-haiyan', '/act/approve'],
] as const)('%s may do something for several at once', async (standing, person, path) => {
  const { ledger } = world([row(1)]);
  const { app } = given({ viewer: viewer({ grants: [{ unit, standing, person }] }), ledger });
  const html = await (await app.request('/ledger/water')).text();
  expect(html).toContain(`formaction="${path}"`);
  expect(html).toContain('name="target" value="problem/water/1"');
});

test('a reader finds nothing to tick', async () => {
  const { ledger } = world([row(1)]);
  const { app } = given({
    viewer: viewer({ grants: [{ unit, standing: 'reader', person: 'he-jing' }] }),
    ledger,
  });
  const html = await (await app.request('/ledger/water')).text();
  expect(html).not.toContain('/act/');
});

test('a part of the page that asks itself anew is the table alone', async () => {
  const { app } = given(world([row(1)]));
  const headers = { 'hx-request': 'true' };
  const html = await (await app.request('/ledger/water?lamp=overdue', { headers })).text();
  expect(html).toMatch(/^<section id="ledger"/);
  expect(html).toContain('hx-get="/ledger/water?lamp=overdue"');
});

test('the table is taken away as a workbook of what is shown', async () => {
  const facts = {
    unit,
    feedbackOn: '2026-11-02',
    people: people.map((each) => ({ ...each, roles: [] })),
  };
  const line = (workflow: string, ordinal: number, more: object) => ({
    ...{ workflow, ordinal, head: 'ab'.repeat(32) },
    line: {
      sequence: 1,
      at: '2026-11-23T01:00:00.000Z',
      kind: 'accepted',
      event: 'begin',
      ...more,
    },
  });
  const { ledger } = world([]);
  const { app } = given({
    ledger: {
      ...ledger,
      readRectification: () =>
        Promise.resolve([
          line('rectification/water', 1, { facts }),
          line('problem/water/1', 2, {
            facts: { seq: 1, title: '合同管理' },
            shown: { stage: 'rectifying' },
          }),
          line('problem/water/2', 3, {
            facts: { seq: 2, title: '公务接待' },
            shown: { stage: 'rectifying' },
          }),
        ]),
      problems: () => Promise.resolve([row(2)]),
    },
  });
  const sizes = [];
  for (const search of ['', '?lamp=overdue']) {
    const answer = await app.request(`/ledger/water/excel${search}`);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    sizes.push(bytes.length);
  }
  expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
});
