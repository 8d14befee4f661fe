import fc from 'fast-check';
import type { Assignment, Person } from '../../../../domain/people';
import { holders } from '../../../../domain/people-rules';
import { reviewerFor, type Reviewer } from '../../../../domain/substitution';
import { roles, type Role } from '../../../../domain/words';
import { assignment, ids, person, unit } from './unit';

const liuLeads: Partial<Assignment> = { responsibleLeader: 'liu' };

describe('a review step', () => {
  test.each<[string, Role, readonly string[], Partial<Assignment>, Reviewer]>([
    [
      'belongs to the department head when the handler submitted',
      'departmentHead',
      ['zhang'],
      {},
      { person: ['wang'], as: 'departmentHead', because: 'own' },
    ],
    [
      'passes to the first deputy of a department head who submitted',
      'departmentHead',
      ['wang'],
      {},
      { person: ['zhang'], as: 'departmentHead', because: 'deputy' },
    ],
    [
      'passes to the next deputy when the first is barred too',
      'departmentHead',
      ['wang', 'zhang'],
      {},
      { person: ['sun'], as: 'departmentHead', because: 'deputy' },
    ],
    [
      'passes one rank up when all deputies are barred',
      'departmentHead',
      ['wang', 'zhang', 'sun'],
      { responsibleLeader: 'chen' },
      { person: ['chen'], as: 'responsibleLeader', because: 'rankUp' },
    ],
    [
      'passes one rank up where there is no deputy',
      'departmentHead',
      ['zhao'],
      { department: '工程科' },
      { person: ['chen'], as: 'responsibleLeader', because: 'rankUp' },
    ],
    [
      'passes two ranks up when the rank above is barred without a deputy',
      'departmentHead',
      ['zhao', 'chen'],
      { department: '工程科' },
      { person: ['zhou'], as: 'principal', because: 'rankUp' },
    ],
    [
      'passes to the deputy of the one above when the one above is barred',
      'departmentHead',
      ['wang', 'zhang', 'sun', 'liu'],
      liuLeads,
      { person: ['he'], as: 'responsibleLeader', because: 'rankUp' },
    ],
    [
      'passes one rank up where nobody holds the role',
      'departmentHead',
      [],
      { department: '人事科', ...liuLeads },
      { person: ['liu'], as: 'responsibleLeader', because: 'rankUp' },
    ],
    [
      'belongs to the head of the office as responsible leader',
      'responsibleLeader',
      ['zhang', 'wang'],
      liuLeads,
      { person: ['liu'], as: 'responsibleLeader', because: 'own' },
    ],
    [
      'belongs to the rest of the office once its head reviewed as responsible leader',
      'office',
      ['zhang', 'wang', 'liu'],
      liuLeads,
      { person: ['he'], as: 'office', because: 'own' },
    ],
    [
      'of the office passes to the principal when all of the office are barred',
      'office',
      ['he', 'liu'],
      liuLeads,
      { person: ['zhou'], as: 'principal', because: 'rankUp' },
    ],
    [
      'belongs to any of several holders',
      'responsibleLeader',
      ['zhang'],
      {},
      { person: ['liu', 'chen'], as: 'responsibleLeader', because: 'own' },
    ],
    [
      'passes past a deputy whom nobody knows',
      'departmentHead',
      ['h'],
      { departmentHead: 'h' },
      { person: ['zhang'], as: 'departmentHead', because: 'deputy' },
    ],
  ])('%s', (_, step, barred, of, expected) => {
    const people = [...unit, person('h', [], { deputies: ['gone', 'zhang'] })];
    expect(reviewerFor(step, barred, assignment(of), people)).toEqual(expected);
  });

  test.each<[string, Role, readonly string[]]>([
    ['of the principal when the principal submitted', 'principal', ['zhou']],
    ['of the supervisor, above whom nobody is', 'supervisor', ['xu']],
    ['when everybody is barred', 'departmentHead', unit.map(({ id }) => id)],
  ])('is left to nobody: %s', (_, step, barred) => {
    expect(reviewerFor(step, barred, assignment(), unit)).toBeNull();
  });

  test('is left to nobody when deputies bar each other in a circle', () => {
    const circle = [
      person('a', ['principal'], { deputies: ['b'] }),
      person('b', ['principal'], { deputies: ['a'] }),
    ];
    expect(reviewerFor('principal', ['a', 'b'], assignment(), circle)).toBeNull();
  });

  test('does not ask the deputy of a deputy', () => {
    const chain = [
      person('a', ['principal'], { deputies: ['b'] }),
      person('b', ['reader'], { deputies: ['c'] }),
      person('c', ['reader']),
    ];
    expect(reviewerFor('principal', ['a', 'b'], assignment(), chain)).toBeNull();
  });

  test('counts the deputy of two holders once', () => {
    const both = [
      person('a', ['office'], { deputies: ['c'] }),
      person('b', ['office'], { deputies: ['c'] }),
      person('c', ['reader']),
    ];
    expect(reviewerFor('office', ['a', 'b'], assignment(), both)?.person).toEqual(['c']);
  });
});

describe('over random people', () => {
  const someIds = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
  const idArray: fc.Arbitrary<readonly string[]> = fc.uniqueArray(
    fc.constantFrom(...someIds, 'gone'),
    { maxLength: 4 },
  );
  const idOrNull = fc.option(fc.constantFrom(...someIds, 'gone'));
  const departments = fc.option(fc.constantFrom('财务科', '工程科'));

  const people: fc.Arbitrary<readonly Person[]> = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom(...someIds),
      name: fc.constant('某某'),
      roles: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 3 }),
      department: departments,
      deputies: idArray,
      channels: fc.constant([]),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  );
  const assignments: fc.Arbitrary<Assignment> = fc.record({
    department: departments,
    assisting: fc.constant([]),
    handlers: idArray,
    departmentHead: idOrNull,
    responsibleLeader: idOrNull,
  });
  const cases = [fc.constantFrom(...roles), idArray, assignments, people] as const;

  test('a reviewer is never barred, is known, and is named once', () => {
    fc.assert(
      fc.property(...cases, (step, barred, of, all) => {
        const reviewers = reviewerFor(step, barred, of, all)?.person ?? [];
        expect(reviewers.filter((id) => barred.includes(id))).toEqual([]);
        expect(reviewers.filter((id) => all.every((known) => known.id !== id))).toEqual([]);
        expect(new Set(reviewers).size).toBe(reviewers.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('barring somebody who is not among the reviewers changes nothing', () => {
    fc.assert(
      fc.property(...cases, fc.constantFrom(...someIds), (step, barred, of, all, other) => {
        const before = reviewerFor(step, barred, of, all);
        fc.pre(before !== null && !before.person.includes(other));
        expect(reviewerFor(step, [...barred, other], of, all)).toEqual(before);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a step is passed on only when everybody who holds it is barred', () => {
    fc.assert(
      fc.property(...cases, (step, barred, of, all) => {
        const free = ids(holders(step, of, all)).filter((id) => !barred.includes(id));
        const found = reviewerFor(step, barred, of, all);
        expect(found?.because === 'own').toBe(free.length > 0);
        if (free.length > 0) expect(found).toEqual({ person: free, as: step, because: 'own' });
      }),
      { numRuns: 2_000 },
    );
  });
});
