/** The names of a feedback held against a list of people: who is missing, who is meant by two, who lacks the role. */
import type { Person } from '../../domain/people';
import { personMeant } from '../../domain/person-meant';
import { grouped } from '../grouped';
import type { ImportedFeedback } from '../imported-feedback';
import { readsAsDepartment, readsAsPerson } from '../table/surnames';
import { departmentsNamed, peopleNamed, type NamedRole, type PersonNaming } from './namings';

export interface NamedPerson {
  readonly name: string;
  /** For what the file names them, and in which problems. */
  readonly as: readonly { readonly role: NamedRole; readonly seqs: readonly number[] }[];
  /** Lead departments of those problems. */
  readonly departments: readonly string[];
}

export interface NamesCompared {
  /** Nobody of the list has this name or id. */
  readonly unknown: readonly NamedPerson[];
  /** Not in the list either, and no person's name: a department, or several words. */
  readonly strange: readonly NamedPerson[];
  readonly ambiguous: readonly (NamedPerson & {
    readonly candidates: readonly Pick<Person, 'id' | 'department'>[];
  })[];
  /** In the list, without the role that the file gives them. */
  readonly withoutRole: readonly (NamedPerson & { readonly id: string })[];
  /** Departments to which nobody of the list belongs. */
  readonly departments: readonly { readonly name: string; readonly seqs: readonly number[] }[];
}

export function comparedNames(
  feedback: ImportedFeedback,
  people: readonly Person[],
): NamesCompared {
  const named = gathered(peopleNamed(feedback));
  const meant = named.map((each) => ({ ...each, meant: personMeant(each.name, people) }));
  const nobody = meant.flatMap(({ meant: found, ...each }) =>
    found.kind === 'nobody' ? [each] : [],
  );
  return {
    unknown: nobody.filter(({ name }) => isPerson(name)),
    strange: nobody.filter(({ name }) => !isPerson(name)),
    ambiguous: meant.flatMap(({ meant: found, ...each }) =>
      found.kind === 'several'
        ? [{ ...each, candidates: found.people.map(({ id, department }) => ({ id, department })) }]
        : [],
    ),
    withoutRole: meant.flatMap(({ meant: found, ...each }) =>
      found.kind === 'one' ? lacking(each, found.person) : [],
    ),
    departments: unknownDepartments(feedback, people),
  };
}

/** Whatever could stand in a list as one person's name: ids, foreign names and rare surnames too. */
function isPerson(name: string): boolean {
  if (readsAsPerson(name)) return true;
  return (
    !readsAsDepartment(name) &&
    /^[\p{L}\p{N}][\p{L}\p{N} ·•._-]{0,30}$/u.test(name) &&
    !isPhrase(name)
  );
}

/** 各科室负责人, 全体班子成员: five Chinese characters and more are no name without a dot. */
function isPhrase(name: string): boolean {
  return /^\p{Script=Han}{5,}$/u.test(name) || /^(?:各|全体|相关|有关|本)/.test(name);
}

function gathered(namings: readonly PersonNaming[]): readonly NamedPerson[] {
  return grouped(namings, ({ name }) => name.replace(/\s/g, '')).map(([key, all]) => ({
    name: all[0]?.name ?? key,
    as: grouped(all, ({ role }) => role).map(([role, same]) => ({
      role,
      seqs: same.map(({ seq }) => seq),
    })),
    departments: [...new Set(all.flatMap(({ department }) => department ?? []))],
  }));
}

function lacking(named: NamedPerson, { id, roles }: Person): NamesCompared['withoutRole'] {
  const as = named.as.filter(({ role }) => !roles.includes(role));
  return as.length === 0 ? [] : [{ ...named, as, id }];
}

function unknownDepartments(
  feedback: ImportedFeedback,
  people: readonly Person[],
): NamesCompared['departments'] {
  const known = new Set(people.map(({ department }) => department));
  return grouped(departmentsNamed(feedback), ({ name }) => name)
    .filter(([name]) => !known.has(name))
    .map(([name, all]) => ({ name, seqs: all.map(({ seq }) => seq) }));
}
