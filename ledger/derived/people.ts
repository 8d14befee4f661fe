/** 人员: who is who in a rectification. */
import type { RawBuilder } from 'kysely';
import { chainOf } from '../chain';
import { replacementOf } from '../insert-rows';
import { partOf, textOr } from '../line-fields';
import type { PersonRow } from '../tables';
import { isOf, lastFact, type Recorded } from './recorded';

export function writePeople(lines: readonly Recorded[]): readonly RawBuilder<unknown>[] {
  const told = peopleTold(lines);
  if (told.size === 0) return [];
  const [owners, rows] = [[...told.keys()], [...told.values()].flat()];
  return replacementOf('people', columns, ['rectification', 'id'], { owners, rows });
}

const columns = {
  rectification: 'text',
  id: 'text',
  name: 'text',
  roles: 'text',
  department: 'text',
} as const;

/** Of the rectifications whose people these lines tell, all of them; of the same id told twice the first counts. */
export function peopleTold(lines: readonly Recorded[]): ReadonlyMap<string, readonly PersonRow[]> {
  const told = lastFact(lines.filter(isOf('rectification')), 'people');
  return new Map(
    [...told].map(([workflow, people]) => {
      const rectification = chainOf(workflow);
      const rows = Array.isArray(people)
        ? people.map((person) => rowOf(rectification, person))
        : [];
      return [rectification, rows];
    }),
  );
}

function rowOf(rectification: string, person: unknown): PersonRow {
  const roles = partOf(person, 'roles');
  return {
    rectification,
    id: textOr(partOf(person, 'id'), ''),
    name: textOr(partOf(person, 'name'), ''),
    roles: Array.isArray(roles) ? roles.join(' ') : '',
    department: textOr(partOf(person, 'department'), null),
  };
}
