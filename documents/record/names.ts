// Ids into names: a document never prints an id where the rectification knows the person.
import { roles, type Role } from '../../domain/words';
import { listIn, textIn, textsIn, valuesIn, wordIn, type Values } from './line';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export function peopleIn(facts: Values): ReadonlyMap<string, Named> {
  const people = listIn(facts, 'people').map((each): Named => {
    const person = valuesIn(each);
    const id = textIn(person, 'id') ?? '';
    const held = textsIn(person, 'roles').flatMap((role) => wordIn(role, roles, null) ?? []);
    return { id, name: textIn(person, 'name') ?? id, roles: held };
  });
  return new Map(people.map((person) => [person.id, person]));
}

/** The id itself where nobody is known by it. */
export function nameOf(id: string, people: ReadonlyMap<string, Named>): string {
  return people.get(id)?.name ?? id;
}
