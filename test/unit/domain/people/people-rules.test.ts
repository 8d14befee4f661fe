import { holders, mayActAs, personOf } from '../../../../domain/people-rules';
import type { Assignment } from '../../../../domain/people';
import type { Role } from '../../../../domain/words';
import { assignment, ids, person, unit } from './unit';

describe('holders', () => {
  test.each<[string, Role, Partial<Assignment>, readonly string[]]>([
    [
      'the handlers named, in that order',
      'handler',
      { handlers: ['sun', 'zhang'] },
      ['sun', 'zhang'],
    ],
    ['a handler named twice once', 'handler', { handlers: ['sun', 'sun'] }, ['sun']],
    ['a named handler who handles nothing else', 'handler', { handlers: ['ma'] }, ['ma']],
    ['all handlers of the department where none is named', 'handler', {}, ['zhang', 'sun']],
    [
      'all handlers of the department where nobody knows the one named',
      'handler',
      { handlers: ['gone'] },
      ['zhang', 'sun'],
    ],
    ['no handler in a department without any', 'handler', { department: '人事科' }, []],
    ['the department head named', 'departmentHead', { departmentHead: 'zhao' }, ['zhao']],
    ['the head of the department where none is named', 'departmentHead', {}, ['wang']],
    [
      'no department head before a department is assigned',
      'departmentHead',
      { department: null },
      [],
    ],
    ['the leader named', 'responsibleLeader', { responsibleLeader: 'liu' }, ['liu']],
    [
      'the leader listed with the department',
      'responsibleLeader',
      { department: '工程科' },
      ['chen'],
    ],
    [
      'all leaders where none is listed with the department',
      'responsibleLeader',
      {},
      ['liu', 'chen'],
    ],
    [
      'all leaders before a department is assigned',
      'responsibleLeader',
      { department: null },
      ['liu', 'chen'],
    ],
    ['the principal', 'principal', {}, ['zhou']],
    ['everybody of the office', 'office', {}, ['liu', 'he']],
    ['the supervisor', 'supervisor', {}, ['xu']],
    ['the reader', 'reader', {}, ['ma']],
  ])('are %s', (_, role, of, expected) => {
    expect(ids(holders(role, assignment(of), unit))).toEqual(expected);
  });

  test('are those without a department where the department has nobody of its own', () => {
    const placeholders = [person('head', ['departmentHead']), person('handler', ['handler'])];
    expect(ids(holders('departmentHead', assignment(), placeholders))).toEqual(['head']);
    expect(ids(holders('handler', assignment(), placeholders))).toEqual(['handler']);
  });
});

describe('mayActAs', () => {
  test('is true for a person who holds the role for the problem', () => {
    expect(mayActAs('wang', 'departmentHead', assignment(), unit)).toBe(true);
  });

  test('is false for the head of another department', () => {
    expect(mayActAs('zhao', 'departmentHead', assignment(), unit)).toBe(false);
  });

  test('is false for a deputy, who comes in by substitution alone', () => {
    expect(mayActAs('zhang', 'departmentHead', assignment(), unit)).toBe(false);
  });

  test('is false for somebody whom nobody knows, even when the assignment names them', () => {
    expect(mayActAs('gone', 'handler', assignment({ handlers: ['gone'] }), unit)).toBe(false);
  });
});

test('a person is found by id, and nobody by an id that nobody has', () => {
  expect(personOf('wang', unit)?.roles).toEqual(['departmentHead']);
  expect(personOf('gone', unit)).toBeNull();
});
