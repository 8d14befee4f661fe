import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../../../domain/people';
import { checkPeople } from '../../../../domain/people-check';
import { readPeople } from '../../../../domain/people-schema';
import { reviewerFor } from '../../../../domain/substitution';
import { roles, type Role } from '../../../../domain/words';
import { assignment } from './unit';

const sample = (file: string): readonly Person[] =>
  readPeople(readFileSync(join(__dirname, '../../../../sample', file), 'utf8'), file);

const chains: readonly (readonly Role[])[] = [
  ['departmentHead', 'responsibleLeader', 'office'],
  ['departmentHead', 'responsibleLeader', 'office', 'supervisor'],
  ['responsibleLeader', 'office'],
];
const audiences: readonly Role[] = roles.filter((role) => role !== 'reader');

describe.each(['people.yaml', 'people-by-role.yaml'])('sample %s', (file) => {
  test.each(chains)('has somebody for every step of %s, %s …', (...chain) => {
    expect(checkPeople(sample(file), [], chain, audiences)).toEqual([]);
  });
});

test('sample people.yaml has all roles over four departments of one unit', () => {
  const people = sample('people.yaml');
  const inUnit = people.filter(({ department }) => department !== '县委巡察办');
  const departments = inUnit.flatMap(({ department }) => department ?? []);
  expect(new Set(people.flatMap((person) => person.roles))).toEqual(new Set(roles));
  expect(new Set(departments).size).toBe(4);
});

test('the head of the office who is also the responsible leader reviews once, the office takes the last step', () => {
  const people = sample('people.yaml');
  const of = assignment({ department: '财务审计科' });
  expect(reviewerFor('responsibleLeader', ['zhang-wei', 'li-na'], of, people)?.person).toEqual([
    'liu-haiyan',
  ]);
  expect(reviewerFor('office', ['zhang-wei', 'li-na', 'liu-haiyan'], of, people)?.person).toEqual([
    'he-jing',
  ]);
});

test('the people by role stand for whatever department a problem names', () => {
  const of = assignment({ department: '任何科室' });
  expect(reviewerFor('departmentHead', ['handler'], of, sample('people-by-role.yaml'))).toEqual({
    person: ['head'],
    as: 'departmentHead',
    because: 'own',
  });
});
