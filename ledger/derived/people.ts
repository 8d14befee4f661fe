/** 人员: who is who in a rectification. */
import type { Insertable, Transaction } from 'kysely';
import { chainOf } from '../chain';
import { partOf, textOr } from '../line-fields';
import type { PersonRow, Tables } from '../tables';
import { isOf, lastFact, type Recorded } from './recorded';

export async function updatePeople(
  tx: Transaction<Tables>,
  lines: readonly Recorded[],
): Promise<void> {
  for (const [workflow, people] of lastFact(lines.filter(isOf('rectification')), 'people')) {
    const rectification = chainOf(workflow);
    await tx.deleteFrom('people').where('rectification', '=', rectification).execute();
    const rows = Array.isArray(people) ? people.map((person) => rowOf(rectification, person)) : [];
    if (rows.length === 0) continue;
    await tx
      .insertInto('people')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['rectification', 'id']).doNothing())
      .execute();
  }
}

function rowOf(rectification: string, person: unknown): Insertable<PersonRow> {
  const roles = partOf(person, 'roles');
  return {
    rectification,
    id: textOr(partOf(person, 'id'), ''),
    name: textOr(partOf(person, 'name'), ''),
    roles: Array.isArray(roles) ? roles.join(' ') : '',
    department: textOr(partOf(person, 'department'), null),
  };
}
