import { checkPeople, type AssignedProblem } from '../../../../domain/people-check';
import type { Person } from '../../../../domain/people';
import type { Role } from '../../../../domain/words';
import { assignment, person, unit } from './unit';

const chain: readonly Role[] = ['departmentHead', 'responsibleLeader', 'office'];
const problem = (
  seq: number,
  of: Partial<AssignedProblem['assignment']> = {},
): AssignedProblem => ({
  seq,
  assignment: assignment(of),
});
const check = (
  people: readonly Person[],
  problems: readonly AssignedProblem[] = [problem(1)],
  audiences: readonly Role[] = [],
) => checkPeople(people, problems, chain, audiences);

/** The unit with one person changed. */
const changed = (id: string, rest: Partial<Person>): readonly Person[] =>
  unit.map((each) => (each.id === id ? { ...each, ...rest } : each));
const without = (...gone: readonly string[]): readonly Person[] =>
  unit.filter(({ id }) => !gone.includes(id));

test('a unit in order has no findings', () => {
  expect(check(unit, [problem(1), problem(2)], ['handler', 'principal', 'office'])).toEqual([]);
});

describe('of persons', () => {
  test('a deputy whom nobody knows is an error', () => {
    expect(check(changed('zhou', { name: '周明远', deputies: ['he', 'gone'] }))).toEqual([
      {
        level: 'error',
        code: 'unknownDeputy',
        message: '周明远（zhou）的代理人“gone”不在人员名单中：请先加入此人，或改为名单中的 id。',
        path: 'people[0].deputies[1]',
      },
    ]);
  });

  test('a deputy of oneself is an error', () => {
    expect(check(changed('zhou', { deputies: ['zhou'] }))).toMatchObject([
      { level: 'error', code: 'selfDeputy', path: 'people[0].deputies[0]' },
    ]);
  });

  test('deputies in a circle are in order', () => {
    expect(check(changed('he', { deputies: ['liu'] }))).toEqual([]);
  });

  test('an id used twice is an error at the second', () => {
    expect(check([...unit, person('ma', ['reader'])])).toMatchObject([
      { level: 'error', code: 'duplicateId', path: 'people[10].id' },
    ]);
  });
});

describe('of audiences', () => {
  test('a role that nobody holds is one error for all problems', () => {
    expect(
      check(without('zhou'), [problem(1), problem(2, { handlers: ['sun'] })], ['principal']),
    ).toEqual([
      {
        level: 'error',
        code: 'emptyAudience',
        message:
          '没有人担任主要负责人，发给主要负责人的提醒无人接收：请在人员名单中给至少一人加上角色“主要负责人”。',
        path: 'people',
      },
    ]);
  });

  test('a department without handlers is an error for its problems, named together', () => {
    const problems = [
      problem(1),
      problem(2, { department: '人事科' }),
      problem(5, { department: '人事科' }),
    ];
    expect(check(unit, problems, ['handler'])).toEqual([
      {
        level: 'error',
        code: 'emptyAudience',
        message:
          '问题2、5没有经办人，发给经办人的提醒无人接收：请指定经办人，或在人员名单中加入人事科的经办人。',
        path: 'problems[1].assignment',
      },
    ]);
  });

  test('a problem not yet assigned to a department has no finding for its handlers and head', () => {
    const unassigned = [problem(1, { department: null })];
    expect(check(unit, unassigned, ['handler', 'departmentHead', 'responsibleLeader'])).toEqual([]);
  });

  test('a role that nobody holds at all is an error even before departments are assigned', () => {
    const people = unit.map((each) => ({
      ...each,
      roles: each.roles.filter((role) => role !== 'handler'),
    }));
    expect(check(people, [problem(1, { department: null })], ['handler'])).toMatchObject([
      { code: 'emptyAudience', path: 'people' },
    ]);
  });

  test('without problems each department that may lead is checked', () => {
    const people = [...unit, person('lu', ['departmentHead'], { department: '人事科' })];
    expect(check(people, [], ['handler'])).toMatchObject([
      { code: 'emptyAudience', message: expect.stringMatching(/^人事科的问题没有经办人/) },
    ]);
  });
});

describe('of the people a problem names', () => {
  test.each<[string, Partial<AssignedProblem['assignment']>, string, string, string]>([
    [
      'a handler whom nobody knows is an error',
      { handlers: ['sun', 'gone'] },
      'error',
      'unknownPerson',
      '.handlers[1]',
    ],
    [
      'a department head whom nobody knows is an error',
      { departmentHead: 'gone' },
      'error',
      'unknownPerson',
      '.departmentHead',
    ],
    [
      'a leader who does not hold the role is an error',
      { responsibleLeader: 'xu' },
      'error',
      'roleMismatch',
      '.responsibleLeader',
    ],
    [
      'a department head who does not hold the role is an error',
      { departmentHead: 'xu' },
      'error',
      'roleMismatch',
      '.departmentHead',
    ],
    [
      'a handler who does not hold the role is a warning',
      { handlers: ['he'] },
      'warning',
      'roleMismatch',
      '.handlers[0]',
    ],
  ])('%s', (_, of, level, code, field) => {
    expect(check(unit, [problem(4, of)])).toMatchObject([
      { level, code, path: `problems[0].assignment${field}` },
    ]);
  });

  test('the finding names the problem, the person, the role and the remedy', () => {
    const people = changed('xu', { name: '徐志远' });
    expect(check(people, [problem(4, { responsibleLeader: 'xu' })])[0]?.message).toBe(
      '问题4的责任领导徐志远（xu）没有角色“责任领导”：请在人员名单中给此人加上这一角色，或改派他人。',
    );
  });

  test('many problems with the same people are counted', () => {
    const problems = Array.from({ length: 12 }, (_, at) =>
      problem(at + 1, { departmentHead: 'gone' }),
    );
    expect(check(unit, problems)[0]?.message).toMatch(
      /^问题1、2、3、4、5、6等12个问题的责任部门负责人“gone”/,
    );
  });
});

describe('of the review chain', () => {
  test('a step that nobody may take whoever reviews before is an error', () => {
    const small = [
      person('zhang', ['handler'], { department: '财务科', name: '张伟' }),
      person('wang', ['departmentHead'], { department: '财务科', name: '王强' }),
      person('liu', ['responsibleLeader', 'office', 'principal'], { name: '刘海燕' }),
    ];
    expect(check(small)).toEqual([
      {
        level: 'error',
        code: 'reviewStuck',
        message:
          '问题1由张伟报送、王强、刘海燕审核后，“整改办”这一步无人可审（报送过、审核过的人不能再审）：请再设一名整改办，或给整改办指定代理人（deputies）。',
        path: 'problems[0].assignment',
      },
      expect.objectContaining({
        code: 'reviewStuck',
        message: expect.stringContaining('由王强报送'),
      }),
    ]);
  });

  test('a step that nobody may take after one choice of reviewers is a warning', () => {
    const people = [
      person('zhang', ['handler'], { department: '财务科' }),
      person('wang', ['departmentHead'], { department: '财务科', deputies: ['ma'] }),
      person('liu', ['responsibleLeader', 'office']),
      person('chen', ['responsibleLeader']),
      person('ma', ['reader']),
    ];
    expect(check(people)).toMatchObject([
      { level: 'warning', code: 'reviewStuck', message: expect.stringContaining('zhang、wang') },
    ]);
  });

  test('a deputy for the office mends it', () => {
    const people = [
      person('zhang', ['handler'], { department: '财务科', deputies: [] }),
      person('wang', ['departmentHead'], { department: '财务科', deputies: ['ma'] }),
      person('liu', ['responsibleLeader', 'office', 'principal'], { deputies: ['he'] }),
      person('he', ['reader']),
      person('ma', ['reader']),
    ];
    expect(check(people)).toEqual([]);
  });

  test('long chains over large offices are walked in a moment', () => {
    const office = Array.from({ length: 12 }, (_, at) => person(`o${at}`, ['office']));
    const people = [...unit.filter(({ roles }) => !roles.includes('office')), ...office];
    const long = Array.from({ length: 10 }, () => 'office' as const);
    const before = performance.now();
    expect(checkPeople(people, [problem(1)], long, [])).toEqual([]);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
