/** The person whom a word means: by id, else by name. Pure. */
import type { Person } from './people';

type Named = Pick<Person, 'id' | 'name'>;

/** `several`: people of one name, whom only their ids tell apart. */
export type Meant<Each extends Named> =
  | { readonly kind: 'one'; readonly person: Each }
  | { readonly kind: 'several'; readonly people: readonly Each[] }
  | { readonly kind: 'nobody' };

/** Spaces count for nothing: 张 伟 is 张伟. */
export function personMeant<Each extends Named>(
  word: string,
  people: readonly Each[],
): Meant<Each> {
  const byId = people.find(({ id }) => id === word.trim());
  if (byId !== undefined) return { kind: 'one', person: byId };
  const [person, ...others] = people.filter(({ name }) => squeezed(name) === squeezed(word));
  if (person === undefined) return { kind: 'nobody' };
  return others.length === 0
    ? { kind: 'one', person }
    : { kind: 'several', people: [person, ...others] };
}

function squeezed(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}
