/** Who holds which role for one problem. Pure, plain JSON in and out; runs inside workflows: no zod, no clock. */
import { assertNever } from './assert-never';
import type { Assignment, Person } from './people';
import type { Role } from './words';

/** The person with this id; null when nobody has it. */
export function personOf(id: string, people: readonly Person[]): Person | null {
  return people.find((person) => person.id === id) ?? null;
}

/**
 * Who holds `role` for one problem, in the order in which they are named or listed, each once.
 * Whom the assignment names holds the role for this problem, whatever their roles elsewhere; where it names nobody,
 * the department's people with the role stand in (`ofDepartment`). People whom nobody knows are left out.
 */
export function holders(
  role: Role,
  assignment: Assignment,
  people: readonly Person[],
): readonly Person[] {
  switch (role) {
    case 'handler':
      return named(assignment.handlers, people) ?? ofDepartment(role, assignment, people);
    case 'departmentHead':
      return named([assignment.departmentHead], people) ?? ofDepartment(role, assignment, people);
    case 'responsibleLeader':
      return named([assignment.responsibleLeader], people) ?? leaders(assignment, people);
    case 'principal':
    case 'office':
    case 'supervisor':
    case 'reader':
      return withRole(role, people);
    default:
      return assertNever(role);
  }
}

/** Whether this person holds `role` for one problem. Deputies do not: they come in through `reviewerFor`. */
export function mayActAs(
  personId: string,
  role: Role,
  assignment: Assignment,
  people: readonly Person[],
): boolean {
  return holders(role, assignment, people).some((person) => person.id === personId);
}

/** Null when no known person is named. */
function named(
  ids: readonly (string | null)[],
  people: readonly Person[],
): readonly Person[] | null {
  const found: Person[] = [];
  for (const id of ids) {
    const person = id === null ? null : personOf(id, people);
    if (person !== null && !found.includes(person)) found.push(person);
  }
  return found.length === 0 ? null : found;
}

function withRole(role: Role, people: readonly Person[]): readonly Person[] {
  return people.filter((person) => person.roles.includes(role));
}

/** The department's people with the role; where it has none, those who stand for every department (theirs is null). */
function ofDepartment(
  role: Role,
  { department }: Assignment,
  people: readonly Person[],
): readonly Person[] {
  const all = withRole(role, people);
  const own = department === null ? [] : all.filter((person) => person.department === department);
  return own.length > 0 ? own : all.filter((person) => person.department === null);
}

/** The leader listed with the problem's department, else all leaders. */
function leaders({ department }: Assignment, people: readonly Person[]): readonly Person[] {
  const all = withRole('responsibleLeader', people);
  const own = department === null ? [] : all.filter((person) => person.department === department);
  return own.length > 0 ? own : all;
}
