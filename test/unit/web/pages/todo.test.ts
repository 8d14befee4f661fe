import { ServerUnreachable, type Zhenggai } from '../../../../client';
import type { ProblemFilter, SortedRow } from '../../../../ledger';
import { given, unit, viewer, type World } from '../given';
import { problem } from '../forms/given-about';

const row = (over: Parameters<typeof problem>[0]): SortedRow => ({
  ...problem(over),
  key: '2026-12-31',
});

const leader = viewer({ grants: [{ unit, standing: 'member', person: 'liu-haiyan' }] });

const reviewing = row({
  stage: 'reviewing',
  lamp: 'overdue',
  due_on: '2026-11-20',
  facts: { acting: 'liu-haiyan', reviewers: ['liu-haiyan'] },
});

const submitted = {
  ...{
    sequence: 9,
    at: '2026-11-19T01:00:00.000Z',
    event: 'submit',
    by: { decidedBy: 'zhang-wei' },
  },
  fields: {
    text: '12笔均已补齐',
    evidence: [{ sha256: 'a'.repeat(64), name: '台账.xlsx', size: 9 }],
  },
};

function world(rows: readonly SortedRow[], { ledger, ...over }: World = {}) {
  const asked: ProblemFilter[] = [];
  const app = given({
    viewer: leader,
    ...over,
    ledger: {
      overview: {
        sorted: (filter: ProblemFilter) => {
          asked.push(filter);
          const found = rows.filter(({ stage }) => filter.stages?.includes(stage ?? ''));
          return Promise.resolve({ rows: found, total: found.length, hasAfter: found.length > 1 });
        },
        dates: () =>
          Promise.resolve([
            {
              ...{ rectification: 'water', workflow: 'problem/water/3', on: '2026-12-31', seq: 3 },
              ...{ wait: null, stage: 'rectifying', title: '差旅费', people: ['zhang-wei'] },
              leader: '刘海燕',
            },
          ]),
      } as never,
      latest: (workflows, events) =>
        Promise.resolve(
          workflows.includes('problem/water/3') && events.includes('submit')
            ? [{ workflow: 'problem/water/3', line: submitted }]
            : [],
        ),
      ...ledger,
    },
  });
  return { ...app, asked };
}

const pageOf = async ({ app }: ReturnType<typeof world>, path = '/todo') =>
  (await app.request(path)).text();

test('a leader sees what was done, its evidence and its date, and confirms by one button', async () => {
  const page = await pageOf(world([reviewing]));
  for (const words of ['12笔均已补齐', '台账.xlsx', '张伟', '2026-11-20', '已过8天', '红灯'])
    expect(page).toContain(words);
  expect(page).toMatch(/action="\/act\/approve"[\s\S]*?<button>\s*确认\s*<\/button>/);
  expect(page).toContain('action="/act/return"');
});

test('asks for what is this person’s in this unit’s rectifications, and for nothing of the workflows', async () => {
  const told = world([reviewing]);
  await pageOf(told);
  expect(told.asked[0]?.acting).toEqual([{ person: 'liu-haiyan', rectifications: ['water'] }]);
});

test('each command has an id of its own', async () => {
  const page = await pageOf(world([reviewing]));
  const ids = [...page.matchAll(/name="commandId" value="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an urge is shown with what it demands', async () => {
  const urge = { by: 'xu-zhiyuan', text: '请于月底前完成', due: '2026-11-30' };
  const page = await pageOf(world([row({ facts: { acting: 'liu-haiyan', urge } })]));
  expect(page).toContain('请于月底前完成');
  expect(page).toContain('action="/act/acknowledge"');
});

test('who has nothing to do learns what comes next', async () => {
  const page = await pageOf(world([]));
  expect(page).toContain('现在没有要您办的事');
  expect(page).toContain('2026-12-31');
  expect(page).toContain('href="/problems/water/3"');
});

test('an office that has received nothing yet is led to receiving', async () => {
  const ledger = { rectifications: () => Promise.resolve([]) };
  const office = viewer({ grants: [{ unit, standing: 'office', person: 'he-jing' }] });
  const link = '<a class="button" href="/reception">';
  expect(await pageOf(world([], { viewer: office, ledger }))).toContain(link);
  expect(await pageOf(world([], { ledger }))).not.toContain(link);
  expect(await pageOf(world([], { viewer: office }))).not.toContain(link);
});

test('what waits for the plan alone is no card; what is asked for meanwhile is', async () => {
  const measures = [{ ordinal: 1, text: '补齐依据' }];
  const planning = { stage: 'planning', facts: { acting: 'liu-haiyan', measures } };
  expect(await pageOf(world([row(planning)]))).toContain('现在没有要您办的事');
  const facts = { ...planning.facts, petition: 'explanation', deciders: ['liu-haiyan'] };
  expect(await pageOf(world([row({ ...planning, facts })]))).toContain('/act/acceptExplanation');
});

test('a problem without measures is its department’s to plan', async () => {
  const handler = viewer({ grants: [{ unit, standing: 'member', person: 'zhang-wei' }] });
  const facts = { acting: 'liu-haiyan', handlers: ['zhang-wei'], measures: [] };
  const page = await pageOf(world([row({ stage: 'planning', facts })], { viewer: handler }));
  expect(page).toContain('/act/plan');
});

test('the next page begins after the last card', async () => {
  const page = await pageOf(world([reviewing, row({ workflow: 'problem/water/4', seq: 4 })]));
  expect(page).toContain('/todo?after=4%7Cwater%7C2026-12-31');
});

const view = {
  may: [
    { type: 'approvePlan', title: '审定整改方案', fields: {} },
    { type: 'reply', title: '登记社会反映', fields: {} },
  ],
  context: { waits: { review: { schedule: { dueOn: '2026-12-05' } } }, owing: [] },
};

test('what is to be done about the whole is asked of its workflow, with its date', async () => {
  const zhenggai: Partial<Zhenggai> = { rectification: () => Promise.resolve(view as never) };
  const page = await pageOf(world([], { zhenggai }), '/todo/whole');
  expect(page).toContain('/act/approvePlan?target=rectification%2Fwater');
  expect(page).toContain('2026-12-05');
  expect(page).not.toContain('/act/reply');
});

test('while no server answers, the whole waits and the page says so', async () => {
  const zhenggai = { rectification: () => Promise.reject(new ServerUnreachable(100)) };
  const page = await pageOf(world([], { zhenggai }), '/todo/whole');
  expect(page).toContain('流程服务暂时没有应答');
});

test('who only reads has nothing to do', async () => {
  const reader = viewer({ grants: [{ unit, standing: 'reader', person: null }] });
  const told = world([], { viewer: reader });
  expect(await pageOf(told)).toContain('现在没有要您办的事');
  expect(told.asked[0]?.acting).toEqual([]);
});
