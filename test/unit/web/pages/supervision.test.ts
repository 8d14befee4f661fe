import type { Sent } from '../../../../client';
import type { Overview, ProblemRow, Sums } from '../../../../ledger';
import { drawn } from '../../../../web/pages/supervision/draw';
import { rankedUnits } from '../../../../web/pages/supervision/ranking';
import { visitIn } from '../../../../web/pages/supervision/visit-form';
import { given, unit, viewer } from '../given';

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' };
const supervisor = viewer({ grants: [{ unit, standing: 'supervisor', person: 'xu-zhiyuan' }] });

const sums = (rectification: string, over: Partial<Sums> = {}): Sums => ({
  ...{ rectification, problems: 10, open: 10, completed: 0, phaseCompleted: 0, unassigned: 0 },
  ...{ reviewing: 0, overdue: 0, behind: 0, approaching: 0, oldest: null },
  ...over,
});

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
    ...{ changed_at: '', unit, section: null, title: `问题${seq}`, kind: 'timeLimited' },
    ...{ stage: 'lookBack', lamp: 'normal', status: 'completed', round: 1, due_on: null },
    ...{ department: '财务审计科', responsible_leader: '刘海燕' },
    ...over,
  };
}

describe('the ranking', () => {
  const today = '2026-11-28';
  const ranks = (...all: readonly Sums[]) =>
    rankedUnits(
      all.map(({ rectification: id }) => `单位${id}`),
      all.map(({ rectification: id }) => ({ id, unit: `单位${id}`, today })),
      all,
    ).map(({ unit: name, rank }) => `${rank} ${name}`);

  test.each([
    [
      'the share of red ones',
      sums('a', { overdue: 3, open: 30 }),
      sums('b', { overdue: 2, open: 4 }),
    ],
    ['then their number', sums('a', { overdue: 1, open: 2 }), sums('b', { overdue: 2, open: 4 })],
    [
      'then the longest',
      sums('a', { overdue: 1, oldest: '2026-11-27' }),
      sums('b', { overdue: 1, oldest: '2026-11-01' }),
    ],
    [
      'then yellow ones',
      sums('a', { overdue: 1, behind: 0 }),
      sums('b', { overdue: 1, behind: 4 }),
    ],
  ])('goes by %s', (_what, one, other) => {
    expect(ranks(one, other)).toEqual(['1 单位b', '2 单位a']);
    expect(ranks(other, one)).toEqual(['1 单位b', '2 单位a']);
  });

  test('equal ones share a rank, and the next one counts them', () => {
    expect(
      ranks(sums('c'), sums('a', { overdue: 1 }), sums('b'), sums('d', { behind: 1 })),
    ).toEqual([...['1 单位a', '2 单位d', '3 单位b', '3 单位c']]);
  });

  test('sums up a unit’s rectifications, and has units in which nothing has begun', () => {
    const rounds = ['a', 'b'].map((id) => ({ id, unit, today }));
    const ranked = rankedUnits([unit, '新单位'], rounds, [
      sums('a', { overdue: 1, open: 2, oldest: '2026-11-18' }),
      sums('b', { overdue: 1, open: 6 }),
    ]);
    expect(ranked).toMatchObject([
      { unit, share: 0.25, overdue: 2, longest: 10, rounds: ['a', 'b'] },
      { unit: '新单位', share: 0, problems: 0, rounds: [] },
    ]);
  });
});

test('a draw gives the same again, another number gives others, and never more than there are', () => {
  const all = Array.from({ length: 40 }, (_each, index) => row(index + 1));
  const seqs = (seed: string, count = 5) => drawn(all, count, seed).map(({ seq }) => seq);
  expect(seqs('123456')).toEqual(seqs('123456'));
  expect(seqs('123456')).not.toEqual(seqs('654321'));
  expect(seqs('123456')).toEqual(seqs('123456').toSorted((one, other) => one - other));
  expect(new Set(seqs('1', 100)).size).toBe(40);
});

describe('a visit', () => {
  const formOf = (fields: Readonly<Record<string, string>>): FormData => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  };

  test('is the verdicts that were given, of the problems that await one', () => {
    const form = formOf({
      'verdict-1': 'passed',
      'verdict-2': '',
      'verdict-9': 'passed',
      'text-1': ' 已核实 ',
    });
    expect(visitIn(form, [1, 2], 'zh')).toEqual({
      ...{
        findings: [{ seq: 1, verdict: 'passed', text: '已核实' }],
        conclusion: null,
        faults: [],
      },
    });
  });

  test('says what is missing', () => {
    const relapsed = formOf({ 'verdict-1': 'relapsed', conclude: '1' });
    expect(visitIn(relapsed, [1], 'zh').faults).toEqual([
      '第1项结论是反弹，请写明情况',
      '完成回头看须写总的结论',
    ]);
    expect(visitIn(formOf({}), [1], 'zh').faults).toEqual(['还没有给出任何结论']);
  });
});

interface Sending {
  readonly target: unknown;
  readonly event: string;
  readonly sending: unknown;
}

function world(who = supervisor, outcomes: readonly object[] = []) {
  const sent: Sending[] = [];
  const zhenggai = {
    send: (target: unknown, event: string, sending: unknown) => {
      const outcome = outcomes[sent.length] ?? { outcome: 'accepted', answer: { sequence: 1 } };
      sent.push({ target, event, sending });
      return Promise.resolve([
        { workflow: String(target), commandId: '', ...outcome } as unknown as Sent,
      ]);
    },
  };
  const overview = {
    sums: (ids: readonly string[]) =>
      Promise.resolve(ids.map((id) => sums(id, { overdue: 2, open: 4 }))),
    sorted: () => Promise.resolve({ rows: [], total: 0, hasBefore: false, hasAfter: false }),
  } as Partial<Overview> as Overview;
  const problems = () => Promise.resolve([row(1), row(2)]);
  const evidence = { put: () => Promise.resolve(file) };
  const { app, audit } = given({ viewer: who, zhenggai, evidence, ledger: { overview, problems } });
  const post = (body: string) =>
    app.request('/supervision/water/visit', {
      ...{
        method: 'POST',
        headers: formHeaders,
        body: `csrf=token-of-this-session&command=visit-0001&${body}`,
      },
    });
  return { app, audit, sent, post };
}

test('the form of a visit sends the conclusion to the whole, before the last verdict closes it, and each verdict to its problem, under the form’s own id', async () => {
  const { sent, post } = world();
  const answer = await post(
    new URLSearchParams({
      'verdict-1': 'passed',
      'verdict-2': 'relapsed',
      'text-2': '又超标',
      conclude: '1',
      conclusion: '总体较好',
    }).toString(),
  );
  expect(answer.status).toBe(200);
  const by = { by: 'xu-zhiyuan', commandId: 'visit-0001' };
  expect(sent).toEqual([
    {
      target: 'rectification/water',
      event: 'concludeLookBack',
      sending: { ...by, fields: { text: '总体较好' } },
    },
    {
      target: 'problem/water/1',
      event: 'lookBack',
      sending: { ...by, fields: { verdict: 'passed' } },
    },
    {
      target: 'problem/water/2',
      event: 'lookBack',
      sending: { ...by, fields: { verdict: 'relapsed', text: '又超标' } },
    },
  ]);
});

const file = { sha256: 'f'.repeat(64), name: '现场照片.jpg', size: 3, type: 'image/jpeg' };

function withFiles(fields: Readonly<Record<string, string | File>>) {
  const body = new FormData();
  const own = { csrf: 'token-of-this-session', command: 'visit-0001', ...fields };
  for (const [name, value] of Object.entries(own)) body.append(name, value);
  return body;
}

const photo = new File(['jpg'], file.name);

test('what was found is shown by files, which go to the evidence store and with the verdict', async () => {
  const { sent, app } = world();
  const body = withFiles({ 'verdict-1': 'passed', 'files-1': photo });
  const answer = await app.request('/supervision/water/visit', { method: 'POST', body });
  expect(answer.status).toBe(200);
  const { type: _type, ...filed } = file;
  expect(sent).toMatchObject([{ sending: { fields: { verdict: 'passed', evidence: [filed] } } }]);
});

test('files of a visit with something missing are kept, and need not be chosen again', async () => {
  const { sent, app } = world();
  const send = (fields: Readonly<Record<string, string | File>>) =>
    app.request('/supervision/water/visit', { method: 'POST', body: withFiles(fields) });
  const html = await (await send({ 'files-2': photo })).text();
  expect(html).toContain('第2项附了材料，还没有给出结论');
  const [, kept = ''] = /name="kept-2" value="([^"]+)"/.exec(html) ?? [];
  expect((await send({ 'verdict-2': 'passed', 'kept-2': kept })).status).toBe(200);
  expect(sent).toMatchObject([{ sending: { fields: { evidence: [{ name: file.name }] } } }]);
});

test('what came of each is told one by one', async () => {
  const why = [{ code: 'notNow', text: '' }];
  const { post } = world(supervisor, [
    { outcome: 'accepted', answer: {} },
    { outcome: 'refused', refused: { why, accepts: [] } },
  ]);
  const html = await (await post('verdict-1=passed&verdict-2=passed')).text();
  expect(html).toContain('第1项：已登记（通过）');
  expect(html).toContain('第2项没有登记：现阶段不办理此事');
});

test('a visit with something missing is shown again as it was filled in, and nothing is sent', async () => {
  const { sent, post } = world();
  const answer = await post('verdict-1=relapsed&verdict-2=passed&text-2=%E5%B7%B2%E7%9C%8B');
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('第1项结论是反弹，请写明情况');
  expect(html).toContain('value="visit-0001"');
  expect(html).toContain('已看');
  expect(sent).toEqual([]);
});

test.each([
  ['office', 'he-jing'],
  ['member', 'li-na'],
  ['reader', 'xu-zhiyuan'],
] as const)(
  '%s of the unit finds no supervision, and can record no visit',
  async (standing, person) => {
    const { app, audit, sent, post } = world(viewer({ grants: [{ unit, standing, person }] }));
    for (const path of ['/supervision', '/supervision/water', '/supervision/water/visit'])
      expect((await app.request(path)).status).toBe(404);
    expect((await post('verdict-1=passed')).status).toBe(404);
    expect(audit.at(-1)).toMatchObject({
      what: 'refused',
      subject: 'POST /supervision/water/visit',
    });
    expect(sent).toEqual([]);
  },
);

test('a supervisor of whom a rectification knows nothing looks, but records nothing', async () => {
  const { app, sent, post } = world(
    viewer({ grants: [{ unit, standing: 'supervisor', person: 'somebody' }] }),
  );
  expect((await app.request('/supervision/water')).status).toBe(200);
  expect((await post('verdict-1=passed')).status).toBe(403);
  expect(sent).toEqual([]);
});

test('every unit given to a supervisor is in the table, and each number leads to its list', async () => {
  const grants = [
    ...supervisor.grants,
    { unit: '新单位', standing: 'supervisor', person: null } as const,
  ];
  const { app } = world(viewer({ grants }));
  const html = await (await app.request('/supervision')).text();
  expect(html).toContain('新单位');
  expect(html).toContain('50%');
  expect(html).toContain('href="/ledger/water?lamp=overdue&amp;open=1&amp;sort=due"');
  expect(html).toContain('排名规则');
});
