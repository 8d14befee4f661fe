import { Readable } from 'node:stream';
import { NoWorkerAnswers, TargetUnknown, type Zhenggai } from '../../../../client';
import { EvidenceMissing, type EvidenceRow } from '../../../../ledger';
import { given, people, unit, viewer, type World } from '../given';
import { problem } from '../forms/given-about';

const file = { sha256: 'a'.repeat(64), name: '制度 (终稿).pdf', size: 8 };
const path = '/problems/water/3';

const submitted = {
  ...{ sequence: 9, at: '2026-11-27T01:00:00.000Z', kind: 'accepted', event: 'submit' },
  ...{ fields: { text: '12笔<均已>补齐', evidence: [file] }, by: { decidedBy: 'zhang-wei' } },
  ...{ shown: { stage: 'reviewing', lamp: 'normal' }, reason: null },
  to: 'open.life.reviewing.waiting + open.urging.idle',
};

const row = problem({
  stage: 'reviewing',
  facts: { acting: 'liu-haiyan', reviewers: ['liu-haiyan'], handlers: ['zhang-wei'] },
});

const leader = viewer({ grants: [{ unit, standing: 'member', person: 'liu-haiyan' }] });

function world(over: World = {}, zhenggai: Partial<Zhenggai> = {}) {
  return given({
    viewer: leader,
    zhenggai: zhenggai,
    ...over,
    ledger: {
      problems: ({ workflows = [] }) =>
        Promise.resolve(workflows.includes(row.workflow) ? [row] : []),
      read: () => Promise.resolve([submitted]),
      refusals: { of: () => Promise.resolve([]) } as never,
      evidence: () => Promise.resolve([]),
      ...over.ledger,
    },
  });
}

test('a problem’s page comes from the record alone: nothing is asked of its workflow', async () => {
  const { app } = world();
  const page = await (await app.request(path)).text();
  expect(page).toContain('第3项 差旅费报销审核不严');
  expect(page).toContain('12笔&lt;均已&gt;补齐');
  expect(page).toMatch(/class="node state atomic live"/);
  expect(page).toContain('hx-trigger="sse:changed-water, fresh"');
});

test('a leader confirms right there, by one form without fields, or returns with a reason', async () => {
  const page = await (await world().app.request(path)).text();
  const forms = [...page.matchAll(/<form[^>]*action="\/act\/(\w+)"[\s\S]*?<\/form>/g)];
  expect(forms.map(([, event]) => event)).toEqual(['approve', 'return']);
  const [approve = '', giveBack = ''] = forms.map(([form]) => form);
  expect(approve).not.toMatch(/<textarea|type="file"/);
  expect(approve).toContain('name="target" value="problem/water/3"');
  expect(approve).toMatch(/<button>\s*确认\s*<\/button>/);
  expect(giveBack).toContain('name="f.reason"');
});

test('who may not see the unit does not learn that there is such a problem', async () => {
  const { app } = world({ viewer: viewer({ grants: [] }) });
  expect((await app.request(path)).status).toBe(404);
  expect((await world().app.request('/problems/water/99')).status).toBe(404);
});

test('who came by a link sees that problem alone, and its one act', async () => {
  const only = { workflow: 'problem/water/3', event: 'approve', link: 'link-1' };
  const { app } = world({ viewer: { ...leader, only } });
  const page = await (await app.request(path)).text();
  expect(page).toContain('action="/act/approve"');
  expect(page).not.toContain('action="/act/return"');
  expect((await app.request('/problems/water/4')).status).toBe(403);
});

const waiting = {
  at: '2026-12-01T01:00:00.000Z',
  audience: ['responsibleLeader'],
  why: '距审核时限还有1天',
};
const view = {
  may: [{ type: 'approve', title: '审核通过', fields: {} }],
  incidents: [],
  context: {
    waits: { review: { reached: 0, schedule: { milestones: [waiting] } } },
    measureWatch: null,
    clock: { realAt: '2026-01-01T00:00:00.000Z', planAt: '2026-01-01T00:00:00.000Z', speed: 1 },
  },
};

test('what is possible now and what will be sent comes from the workflow', async () => {
  const { app } = world({}, { problem: () => Promise.resolve(view as never) });
  const part = await (
    await app.request(`${path}/live`, { headers: { 'hx-request': 'true' } })
  ).text();
  expect(part).toContain('/act/approve?target=problem%2Fwater%2F3');
  expect(part).toContain('2026-12-01 09:00');
  expect(part).toContain('提醒责任领导：距审核时限还有1天');
});

test('the office sees what others may do, to record it for them', async () => {
  const office = viewer({ grants: [{ unit, standing: 'office', person: 'he-jing' }] });
  const may = (_workflow: string, ids: readonly string[]) =>
    Promise.resolve(ids.map((id) => (id === 'liu-haiyan' ? view.may : [])));
  const { app } = world(
    { viewer: office },
    { problem: () => Promise.resolve({ ...view, may: [] } as never), may: may },
  );
  const part = await (
    await app.request(`${path}/live`, { headers: { 'hx-request': 'true' } })
  ).text();
  expect(part).toContain('decider=liu-haiyan');
  expect(people.map(({ id }) => id)).toContain('liu-haiyan');
});

test.each([
  [new NoWorkerAnswers('problem/water/3', 100), '流程服务暂时没有应答'],
  [new TargetUnknown('problem/water/3'), '流程服务中没有这个问题'],
])('while its workflow does not answer the page says so', async (error, words) => {
  const { app } = world({}, { problem: () => Promise.reject(error) });
  const answer = await app.request(`${path}/live`, { headers: { 'hx-request': 'true' } });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain(words);
});

const named: EvidenceRow = { ...file, workflow: 'problem/water/3', sequence: 9, ordinal: 1 };

function filed(over: World = {}) {
  return world({
    ...over,
    ledger: {
      evidenceNamed: (sha256) => Promise.resolve(sha256 === file.sha256 ? [named] : []),
      ...over.ledger,
    },
    evidence: {
      open: () => Promise.resolve(Readable.from([Buffer.from('%PDF-1.7')])),
      ...over.evidence,
    },
  });
}

test('evidence comes as a file under the name it was filed by, and its reading is noted', async () => {
  const { app, audit } = filed();
  const answer = await app.request(`/evidence/${file.sha256}?workflow=problem/water/3`);
  expect(await answer.text()).toBe('%PDF-1.7');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-disposition': `attachment; filename*=UTF-8''%E5%88%B6%E5%BA%A6%20%28%E7%BB%88%E7%A8%BF%29.pdf`,
    ...{ 'x-content-type-options': 'nosniff', 'content-length': '8' },
  });
  expect(audit).toMatchObject([
    { what: 'evidenceRead', subject: 'problem/water/3', detail: file.sha256, address: null },
  ]);
});

test.each([
  ['of another unit', viewer({ grants: [] }), file.sha256],
  ['that no line names', leader, 'b'.repeat(64)],
  [
    'of another problem than a link’s',
    { ...leader, only: { workflow: 'problem/water/4', event: 'approve', link: 'link-1' } },
    file.sha256,
  ],
])('a file %s is not there, and the attempt is noted', async (_title, who, sha256) => {
  const { app, audit } = filed({ viewer: who });
  expect((await app.request(`/evidence/${sha256}`)).status).toBe(404);
  expect(audit).toMatchObject([{ what: 'refused', subject: `GET /evidence/${sha256}` }]);
});

test('a file that is gone from its place says so', async () => {
  const { app } = filed({
    evidence: { open: (sha256) => Promise.reject(new EvidenceMissing(sha256)) },
  });
  const answer = await app.request(`/evidence/${file.sha256}`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('文件不在存放处');
});
