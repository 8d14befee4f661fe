import type { Sending, Sent, Zhenggai } from '../../../../client';
import { EvidenceRefused } from '../../../../ledger';
import { given, unit, viewer, type World } from '../given';
import { problem } from './given-about';

interface Told {
  readonly targets: readonly string[];
  readonly event: string;
  readonly sending: Sending;
}

const accepted = { duplicate: false, shown: { stage: 'reviewing' } };

function world(outcome: (workflow: string) => object, over: World = {}) {
  const told: Told[] = [];
  const send = (targets: readonly string[], event: string, sending: Sending) => {
    told.push({ targets, event, sending });
    return Promise.resolve(
      targets.map((workflow) => ({ workflow, commandId: sending.commandId, ...outcome(workflow) })),
    ) as unknown as Promise<readonly Sent[]>;
  };
  const app = given({
    ledger: {
      problems: ({ workflows = [] }) =>
        Promise.resolve(
          workflows
            .filter((workflow) => /\/[34]$/.test(workflow))
            .map((workflow) => problem({ workflow, seq: Number(workflow.at(-1)) })),
        ),
    },
    zhenggai: { send } as unknown as Partial<Zhenggai>,
    evidence: {
      put: async (source, name) => {
        if (name.endsWith('.exe')) throw new EvidenceRefused('type', name, 1024);
        let size = 0;
        for await (const chunk of source) size += chunk.length;
        return { sha256: 'a'.repeat(64), name, size, type: 'application/pdf' };
      },
    },
    ...over,
  });
  return { ...app, told };
}

const accepts = () => ({ outcome: 'accepted', answer: accepted });

function formed(fields: Readonly<Record<string, string | File | readonly string[]>>): FormData {
  const form = new FormData();
  const all = { csrf: 'token-of-this-session', commandId: 'command-1', target: 'problem/water/3' };
  for (const [name, value] of Object.entries({ ...all, ...fields }))
    for (const each of Array.isArray(value) ? value : [value]) form.append(name, each as string);
  return form;
}

const post = (event: string, fields: Parameters<typeof formed>[0]) =>
  [`/act/${event}`, { method: 'POST', body: formed(fields) }] as const;

test('who decides is shown what was done, and by what it is proved, before the button', async () => {
  const reviewing = problem({ stage: 'reviewing', facts: { reviewers: ['li-na'] } });
  const line = {
    ...{ sequence: 9, at: '2026-11-19T01:00:00.000Z', by: { decidedBy: 'zhang-wei' } },
    fields: { text: '已补齐', evidence: [{ sha256: 'a'.repeat(64), name: '台账.xlsx', size: 9 }] },
  };
  const { app } = world(accepts, {
    ledger: {
      problems: () => Promise.resolve([reviewing]),
      latest: () => Promise.resolve([{ workflow: 'problem/water/3', line }]),
    },
  });
  const page = await (await app.request('/act/approve?target=problem/water/3')).text();
  expect(page).toMatch(/已补齐[\s\S]*台账\.xlsx[\s\S]*<button>/);
  expect(page).toContain(`/evidence/${'a'.repeat(64)}?workflow=problem%2Fwater%2F3`);
});

test('what is sent goes through the client under the form’s command id, and leads back with a notice', async () => {
  const { app, told } = world(accepts);
  const answer = await app.request(
    ...post('report', { 'f.text': '已修订', back: '/problems/water/3' }),
  );
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/problems/water/3');
  expect(told).toEqual([
    {
      ...{ targets: ['problem/water/3'], event: 'report' },
      sending: { fields: { text: '已修订' }, commandId: 'command-1', by: 'li-na' },
    },
  ]);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const next = await app.request('/nothing-here', { headers: { cookie } });
  expect(await next.text()).toContain('报进展：已办理');
});

test('one event goes to several problems at once', async () => {
  const { app, told } = world(accepts);
  const target = ['problem/water/3', 'problem/water/4', 'problem/water/3'];
  await app.request(...post('report', { target, 'f.text': '已修订' }));
  expect(told[0]?.targets).toEqual(['problem/water/3', 'problem/water/4']);
});

test('it leads to pages of ours alone', async () => {
  const { app } = world(accepts);
  for (const back of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example']) {
    const answer = await app.request(...post('report', { 'f.text': '已修订', back }));
    expect(answer.headers.get('location')).toBe('/todo');
  }
});

test('faults stand beside their fields, nothing is sent and what was typed is still there', async () => {
  const { app, told } = world(accepts);
  const fields = { 'f.reason': '雨季施工<停止>', 'f.due': '2026-02-30' };
  const answer = await app.request(...post('requestExtension', fields));
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(told).toEqual([]);
  expect(page).toContain('雨季施工&lt;停止&gt;');
  expect(page).toMatch(/id="[^"]*-due-fault">应为日历上存在的日期/);
  expect(page).toMatch(/id="[^"]*-progress-fault">请填写/);
  expect(page).toContain('name="commandId" value="command-1"');
});

test('one more row is made without sending anything', async () => {
  const { app, told } = world(accepts);
  const fields = { 'f.measures.0.text': '修订制度', more: 'measures' };
  const page = await (await app.request(...post('plan', fields))).text();
  expect(told).toEqual([]);
  expect(page).toContain('修订制度');
  expect(page).toContain('name="f.measures.1.text"');
  expect(page).not.toContain('请填写');
});

test('a row for a form that is being filled in comes alone', async () => {
  const { app } = world(accepts);
  const answer = await app.request('/act/plan/row?field=measures&target=problem/water/3&id=x-');
  const row = await answer.text();
  expect(row).toMatch(/^<li class="row">/);
  expect(row).toMatch(/name="f\.measures\.n[0-9a-f]{8}\.text"/);
});

test('files go into the store and their hashes into the event', async () => {
  const { app, told } = world(accepts);
  const file = new File(['%PDF-1.7'], '制度.pdf');
  await app.request(...post('submit', { 'f.text': '已完成', 'f.evidence': file }));
  expect(told[0]?.sending.fields).toEqual({
    text: '已完成',
    evidence: [{ sha256: 'a'.repeat(64), name: '制度.pdf', size: 8 }],
  });
});

test('a file that is not taken is said beside the field; those that were kept come again with the form', async () => {
  const { app, told } = world(accepts);
  const chosen = new FormData();
  for (const [name, value] of formed({ 'f.text': '已完成' })) chosen.append(name, value);
  chosen.append('f.evidence', new File(['%PDF-1.7'], '制度.pdf'));
  chosen.append('f.evidence', new File(['MZ'], '安装.exe'));
  const answer = await app.request('/act/submit', { method: 'POST', body: chosen });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('安装.exe 不是可以存入的类型');
  const kept = /name="kept" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await app.request(...post('submit', { 'f.text': '已完成', kept }));
  expect(told).toHaveLength(1);
  expect(told[0]?.sending.fields).toMatchObject({ evidence: [{ name: '制度.pdf' }] });
});

test('what one page process has kept another of the same secret takes, and none of another', async () => {
  const [one, another] = [world(accepts), world(accepts)];
  const stranger = world(accepts, { secret: 'x'.repeat(40) });
  const file = new File(['%PDF-1.7'], '制度.pdf');
  const page = await (await one.app.request(...post('submit', { 'f.evidence': file }))).text();
  const kept = /name="kept" value="([^"]+)"/.exec(page)?.[1] ?? '';
  await another.app.request(...post('submit', { 'f.text': '已完成', kept }));
  await stranger.app.request(...post('submit', { 'f.text': '已完成', kept }));
  expect(stranger.told).toEqual([]);
  expect(another.told[0]?.sending.fields).toMatchObject({ evidence: [{ name: '制度.pdf' }] });
});

test('a file that this form did not keep cannot be named', async () => {
  const { app, told } = world(accepts);
  const forged = Buffer.from(JSON.stringify({ sha256: 'b'.repeat(64), name: 'x.pdf', size: 1 }));
  const kept = `${forged.toString('base64url')}.forged`;
  const answer = await app.request(...post('submit', { 'f.text': '已完成', kept }));
  expect(answer.status).toBe(422);
  expect(told).toEqual([]);
});

test('a refusal says why and what is possible instead, keeps what was typed, and is noted', async () => {
  const why = [{ code: 'forbidden', guard: 'isReviewer', text: '须由刘海燕审核', faults: [] }];
  const refused = { kind: 'refused', why, accepts: ['report'] };
  const { app, audit } = world(() => ({ outcome: 'refused', refused }));
  const answer = await app.request(...post('return', { 'f.reason': '材料不全' }));
  const page = await answer.text();
  expect(answer.status).toBe(409);
  expect(page).toContain('退回：没有办理：须由刘海燕审核');
  expect(page).toContain('href="/act/report?target=problem%2Fwater%2F3"');
  expect(page).toContain('材料不全');
  expect(page).not.toContain('value="command-1"');
  expect(audit).toMatchObject([
    { what: 'refused', subject: 'return problem/water/3', detail: 'isReviewer' },
  ]);
});

test.each(['unknown', 'unreachable'])(
  'after %s the same may be sent again, under the same id',
  async (outcome) => {
    const { app } = world(() => ({ outcome }));
    const answer = await app.request(...post('report', { 'f.text': '已修订' }));
    const page = await answer.text();
    expect(answer.status).toBe(503);
    expect(page).toContain('同一次提交不会办两次');
    expect(page).toContain('name="commandId" value="command-1"');
    expect(page).toContain('已修订');
  },
);

test('of several, what is left over is sent again, not what was done', async () => {
  const { app } = world((workflow) =>
    workflow.endsWith('3') ? accepts() : { outcome: 'unknown' },
  );
  const target = ['problem/water/3', 'problem/water/4'];
  const page = await (await app.request(...post('report', { target, 'f.text': '已修订' }))).text();
  expect(page).toContain('name="target" value="problem/water/4"');
  expect(page).not.toContain('name="target" value="problem/water/3"');
});

test('the office records what somebody else decided, with a basis', async () => {
  const grants = [{ unit, standing: 'office', person: 'he-jing' }] as const;
  const { app, told } = world(accepts, { viewer: viewer({ grants }) });
  const without = await app.request(...post('approve', { decider: 'liu-haiyan' }));
  expect(await without.text()).toContain('代录须写明依据');
  await app.request(...post('approve', { decider: 'liu-haiyan', basis: 'signedSheet' }));
  expect(told.map(({ sending }) => sending)).toEqual([
    {
      ...{ fields: {}, commandId: 'command-1' },
      ...{ by: 'liu-haiyan', recordedBy: 'he-jing', basis: 'signedSheet' },
    },
  ]);
});

test('nobody else is asked for whom they record, nor may', async () => {
  const { app, told } = world(accepts);
  expect(await (await app.request('/act/approve?target=problem/water/3')).text()).not.toContain(
    'decider',
  );
  const answer = await app.request(...post('approve', { decider: 'liu-haiyan', basis: 'minutes' }));
  expect(answer.status).toBe(422);
  expect(told).toEqual([]);
});

test.each([
  ['another unit’s problem is not there', viewer({ grants: [] }), 'report', 404, 'notSeen'],
  [
    'a reader does nothing',
    viewer({ grants: [{ unit, standing: 'reader', person: null }] }),
    'report',
    403,
    'readOnly',
  ],
  [
    'a link of a message is for its own act alone',
    viewer({ only: { workflow: 'problem/water/3', event: 'approve', link: 'l' } }),
    ...(['report', 403, 'onlyThis'] as const),
  ],
])('%s, and the attempt is noted', async (_title, who, event, status, detail) => {
  const { app, audit, told } = world(accepts, { viewer: who });
  const answer = await app.request(...post(event, { 'f.text': '已修订' }));
  expect(answer.status).toBe(status);
  expect(audit).toMatchObject([
    { what: 'refused', subject: expect.stringContaining(event) as string, detail },
  ]);
  expect(told).toEqual([]);
});

test('who came by a link does its act, and is shown what came of it there', async () => {
  const only = { workflow: 'problem/water/3', event: 'approve', link: 'l' };
  const { app, told } = world(accepts, { viewer: viewer({ only }) });
  const answer = await app.request(...post('approve', {}));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('审核通过：已办理');
  expect(told).toHaveLength(1);
});

test.each([
  ['an event of workflows', 'planApproved', ['problem/water/3'], 400],
  ['an event that nobody knows', 'explode', ['problem/water/3'], 404],
  ['a problem’s event for a rectification', 'approve', ['rectification/water'], 400],
  ['no target', 'approve', [], 400],
  ['what is no workflow of ours', 'approve', ['digest/li-na'], 400],
  ['two rectifications', 'approve', ['problem/water/3', 'problem/roads/1'], 400],
  ['a problem that is not there', 'approve', ['problem/water/99'], 404],
])('%s is not sent', async (_title, event, target, status) => {
  const { app, told } = world(accepts);
  const answer = await app.request(...post(event, { target }));
  expect(answer.status).toBe(status);
  expect(told).toEqual([]);
});
