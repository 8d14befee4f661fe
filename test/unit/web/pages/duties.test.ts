import { dutiesOf } from '../../../../web/pages/todo/duties';
import { people } from '../given';
import { problem } from '../forms/given-about';

const names = (person: string, over: Parameters<typeof problem>[0], facts = {}) =>
  dutiesOf(
    problem({ ...over, facts: { handlers: ['zhang-wei'], departmentHead: 'li-na', ...facts } }),
    people,
    person,
  ).map(({ name, acts, due }) => [name, acts.map(({ event }) => event).join(' '), due]);

test.each([
  ['unassigned', 'he-jing', ['assign', 'assign']],
  ['accepting', 'li-na', ['accept', 'accept']],
  ['rectifying', 'zhang-wei', ['submit', 'submit report']],
  ['suspended', 'he-jing', ['resume', 'resume']],
  ['upkeep', 'zhang-wei', ['reportUpkeep', 'reportUpkeep']],
  ['upkeep', 'he-jing', ['acceptUpkeep', 'acceptUpkeep returnUpkeep']],
  ['lookBack', 'xu-zhiyuan', ['lookBack', 'lookBack']],
])('while %s, %s has the next action', (stage, person, duty) => {
  expect(names(person, { stage })).toEqual([[...duty, '2026-12-31']]);
});

test('the reviewer confirms or returns, and nobody else does', () => {
  const facts = { reviewers: ['liu-haiyan'] };
  expect(names('liu-haiyan', { stage: 'reviewing' }, facts)).toEqual([
    ['review', 'approve return', '2026-12-31'],
  ]);
  expect(names('zhang-wei', { stage: 'reviewing' }, facts)).toEqual([]);
});

test('whoever decides what was asked for grants or refuses it', () => {
  const facts = { petition: 'extension', deciders: ['he-jing'] };
  expect(names('he-jing', {}, facts)).toEqual([
    ['decide', 'approveExtension refuseExtension', null],
  ]);
  expect(names('zhang-wei', {}, facts)).toEqual([['submit', 'submit report', '2026-12-31']]);
});

test('an urge comes first, by its own date, for those whom it is for', () => {
  const facts = { urge: { by: 'xu-zhiyuan', text: '请抓紧', due: '2026-12-05' } };
  expect(names('zhang-wei', {}, facts)).toEqual([
    ['acknowledge', 'acknowledge', '2026-12-05'],
    ['submit', 'submit report', '2026-12-31'],
  ]);
  expect(names('liu-haiyan', {}, facts)).toEqual([['acknowledge', 'acknowledge', '2026-12-05']]);
  expect(names('he-jing', {}, facts)).toEqual([]);
});

test('nobody has anything to do about what is closed', () => {
  for (const { id } of people) expect(names(id, { stage: 'closed' })).toEqual([]);
});
