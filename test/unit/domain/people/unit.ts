/** A small unit for tests: who is who in 云川县水务局, by id. */
import type { Assignment, Person } from '../../../../domain/people';
import type { Role } from '../../../../domain/words';

/** A person with the roles named; the rest is empty unless told. */
export function person(id: string, roles: readonly Role[], rest: Partial<Person> = {}): Person {
  return { id, name: id, roles, department: null, deputies: [], channels: [], ...rest };
}

/** An assignment to 财务科 that names nobody unless told. */
export function assignment(rest: Partial<Assignment> = {}): Assignment {
  return {
    department: '财务科',
    assisting: [],
    handlers: [],
    departmentHead: null,
    responsibleLeader: null,
    ...rest,
  };
}

/** Head of office who is also a responsible leader: `liu`. */
export const unit: readonly Person[] = [
  person('zhou', ['principal']),
  person('liu', ['office', 'responsibleLeader'], { deputies: ['he'] }),
  person('chen', ['responsibleLeader'], { department: '工程科' }),
  person('he', ['office']),
  person('wang', ['departmentHead'], { department: '财务科', deputies: ['zhang', 'sun'] }),
  person('zhang', ['handler'], { department: '财务科' }),
  person('sun', ['handler'], { department: '财务科' }),
  person('zhao', ['departmentHead', 'handler'], { department: '工程科' }),
  person('xu', ['supervisor']),
  person('ma', ['reader']),
];

export function ids(people: readonly Person[]): readonly string[] {
  return people.map(({ id }) => id);
}
