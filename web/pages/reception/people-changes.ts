/** The list of people of a reception, as a person changes it. Pure; what makes no sense is refused in words. */
import { PeopleError } from '../../../domain/people-error';
import { readPeople } from '../../../domain/people-schema';
import type { Person } from '../../../domain/people';
import { roleNamed } from '../../../domain/role-terms';
import { roles, type Role } from '../../../domain/words';
import type { NamesCompared } from '../../../documents/people/compared';
import { proposedPerson } from '../../../documents/people/proposed';
import { namesIn, textIn, type Sent } from './problem-form';

export type People =
  | { readonly kind: 'people'; readonly people: readonly Person[] }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] };

/** @param text a people.yaml */
export function peopleIn(text: string, name: string): People {
  try {
    return { kind: 'people', people: readPeople(text, name) };
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    return {
      kind: 'mistakes',
      mistakes: error.mistakes.map(({ line, message }) => `第${line}行：${message}`),
    };
  }
}

/** Checked as a file is, without its lines. */
export function checkedPeople(people: readonly Person[]): People {
  if (people.length === 0) return { kind: 'people', people };
  try {
    return { kind: 'people', people: readPeople(JSON.stringify({ people }), '') };
  } catch (error) {
    if (!(error instanceof PeopleError)) throw error;
    return { kind: 'mistakes', mistakes: error.mistakes.map(({ message }) => message) };
  }
}

/** @param known the id of whom the form is about; null for somebody new */
export function withPerson(
  people: readonly Person[],
  known: string | null,
  sent: Sent,
  rolesSent: readonly string[],
): People {
  const id = textIn(sent, 'id') ?? '';
  const old = people.find((person) => person.id === known);
  const email = textIn(sent, 'email');
  const person: Person = {
    ...{ id, name: textIn(sent, 'name') ?? '', department: textIn(sent, 'department') },
    roles: roles.filter((role) => rolesSent.includes(role)),
    deputies: namesIn(sent['deputies']).map((word) => idOf(word, people)),
    channels: [
      ...(old?.channels ?? []).filter(({ channel }) => channel !== 'email'),
      ...(email === null ? [] : [{ channel: 'email', address: email }]),
    ],
  };
  return checkedPeople(
    old === undefined
      ? [...people, person]
      : people.map((each) => (each === old ? person : renamed(each, old.id, id))),
  );
}

/** And nobody's deputy any more. */
export function withoutPerson(people: readonly Person[], id: string): readonly Person[] {
  return people
    .filter((person) => person.id !== id)
    .map((person) => ({ ...person, deputies: person.deputies.filter((each) => each !== id) }));
}

/** Who is proposed by these names is added, who lacks the role gets it. */
export function withProposed(
  people: readonly Person[],
  { unknown, withoutRole }: NamesCompared,
  names: readonly string[],
): People {
  const given = people.map((person) => {
    const lacking = withoutRole.find(({ id, name }) => id === person.id && names.includes(name));
    const more = (lacking?.as ?? []).map(({ role }) => role);
    return { ...person, roles: [...new Set<Role>([...person.roles, ...more])] };
  });
  const added = unknown
    .filter(({ name }) => names.includes(name))
    .map((named): Person => {
      const { id, name, roles: terms, department } = proposedPerson(named);
      const held = terms.flatMap((term) => roleNamed(term) ?? []);
      return { ...{ id, name, department }, roles: held, deputies: [], channels: [] };
    });
  return checkedPeople([...given, ...added]);
}

function renamed(person: Person, from: string, to: string): Person {
  return { ...person, deputies: person.deputies.map((id) => (id === from ? to : id)) };
}

function idOf(word: string, people: readonly Person[]): string {
  return people.find(({ id, name }) => id === word || name === word)?.id ?? word;
}
