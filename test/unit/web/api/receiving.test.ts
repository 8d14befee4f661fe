import type { Comparison, ReceiveResult, Receiving, RectificationView } from '../../../../client';
import type { Reception } from '../../../../domain/reception';
import { unit, viewer } from '../given';
import { givenApi, post } from './given-api';

const office = viewer({ grants: [{ unit, standing: 'office', person: 'he-jing' }] });

const person = (id: string, name: string, role: string) => ({
  ...{ id, name, roles: [role], department: '办公室' },
});

const body = {
  feedback: {
    ...{ unit, feedbackOn: '2026-11-02' },
    problems: [{ seq: 1, title: '差旅费报销审核不严', kind: 'timeLimited', department: '办公室' }],
  },
  people: [
    ...[person('he-jing', '何静', 'office'), person('li-na', '李娜', 'departmentHead')],
    ...[person('zhou', '周明远', 'principal'), person('liu', '刘海燕', 'responsibleLeader')],
    ...[person('zhang', '张伟', 'handler'), person('xu', '徐志远', 'supervisor')],
  ],
  id: 'water-2',
};

/** What the client was asked to receive; a rectification of this unit is there, where one is said to be. */
function world(found: Partial<Comparison> = {}, unitThere = unit) {
  const taken: { reception: Reception; receiving: Receiving | undefined }[] = [];
  const comparison = { rectification: 'rectification/water-2', standing: 'new', added: [1] };
  return {
    taken,
    zhenggai: {
      compare: () =>
        Promise.resolve({ ...comparison, same: [], changed: [], gone: [], ...found } as Comparison),
      rectification: () =>
        Promise.resolve({ context: { unit: unitThere } } as unknown as RectificationView),
      receive: (reception: Reception, receiving?: Receiving) => {
        taken.push({ reception, receiving });
        return Promise.resolve({
          ...{ rectification: 'rectification/water-2', started: true, same: [], added: [1] },
          ...{ notAdded: [], changed: [], gone: [] },
        } as ReceiveResult);
      },
    },
  };
}

test('the office receives a list as JSON, in its own name', async () => {
  const { taken, zhenggai } = world();
  const { json } = await givenApi(['receive'], office, { zhenggai });
  expect(await json('/rectifications', post(body))).toMatchObject({ started: true, added: [1] });
  expect(taken).toMatchObject([
    {
      reception: { id: 'water-2', unit, feedbackOn: '2026-11-02', problems: [{ seq: 1 }] },
      receiving: { by: { by: 'he-jing' } },
    },
  ]);
});

test('what differs from what is there is taken in only with a reason', async () => {
  const { taken, zhenggai } = world({ standing: 'there', changed: [1], added: [] });
  const { json } = await givenApi(['receive'], office, { zhenggai });
  expect(await json('/rectifications', post(body))).toMatchObject({ type: '/api#differs' });
  expect(taken).toEqual([]);
  await json('/rectifications', post({ ...body, amend: '原文更正' }));
  expect(taken).toMatchObject([{ receiving: { amend: { reason: '原文更正' } } }]);
});

test('nobody receives for a unit of which they are not the office, nor under an id of another unit', async () => {
  const { taken, zhenggai } = world({ standing: 'there', added: [] }, '云川县教育局');
  const asOffice = await givenApi(['receive'], office, { zhenggai });
  const elsewhere = { ...body, unit: '云川县教育局' };
  for (const each of [elsewhere, { ...body, amend: '并入' }])
    expect(await asOffice.json('/rectifications', post(each))).toMatchObject({ status: 403 });
  expect(asOffice.audit).toMatchObject([{ detail: 'receive' }, { detail: 'receive' }]);
  const asMember = await givenApi(['receive'], viewer(), { zhenggai });
  expect(await asMember.json('/rectifications', post(body))).toMatchObject({ status: 403 });
  expect(taken).toEqual([]);
});

test('a list that cannot be received says what is wrong with it', async () => {
  const { json } = await givenApi(['receive'], office);
  const wrong = [
    { ...body, people: [{ id: 'he-jing' }] },
    { ...body, feedback: { problems: [] } },
    { ...body, policy: { concentratedMonths: 3 } },
    { ...body, people: body.people.slice(0, 1), surprise: true },
  ];
  for (const each of wrong)
    expect(await json('/rectifications', post(each))).toMatchObject({ type: '/api#invalid' });
});
