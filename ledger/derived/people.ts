/** 人员: who is who in a rectification. */
import { sql, type RawBuilder } from 'kysely';
import { chainOf } from '../chain';
import { insertOf } from '../insert-rows';
import { partOf, textOr } from '../line-fields';
import type { PersonRow } from '../tables';
import { isOf, lastFact, type Recorded } from './recorded';

export function writePeople(lines: readonly Recorded[]): readonly RawBuilder<unknown>[] {
  const told = peopleTold(lines);
  if (told.size === 0) return [];
  const rows = [...told.values()].flat();
  return [
    // Those that are there still are written over, not made anew: one statement may not write a row twice.
    sql`delete from people where rectification = any(${[...told.keys()]}::text[])
      and (rectification, id) not in (select * from unnest(
        ${rows.map(({ rectification }) => rectification)}::text[], ${rows.map(({ id }) => id)}::text[]))`,
    sql`${insertOf('people', columns, rows)} on conflict (rectification, id) do update
      set name = excluded.name, roles = excluded.roles, department = excluded.department`,
  ];
}

const columns = {
  rectification: 'text',
  id: 'text',
  name: 'text',
  roles: 'text',
  department: 'text',
} as const;

/** Of the rectifications whose people these lines tell, all of them: each id once, as it is told first. */
export function peopleTold(lines: readonly Recorded[]): ReadonlyMap<string, readonly PersonRow[]> {
  const told = lastFact(lines.filter(isOf('rectification')), 'people');
  return new Map(
    [...told].map(([workflow, people]) => {
      const rectification = chainOf(workflow);
      const rows = Array.isArray(people)
        ? people.map((person) => rowOf(rectification, person))
        : [];
      return [rectification, [...new Map(rows.reverse().map((row) => [row.id, row])).values()]];
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
