/** What is one person's to do, by what the record says of it. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** A person's id is theirs in some rectifications alone. */
export interface Acting {
  readonly person: string;
  readonly rectifications: readonly string[];
}

/** Problems in which one of these has something to do now. */
export function isToAct(acting: readonly Acting[]): RawBuilder<SqlBool> {
  const each = acting.map(
    ({ person, rectifications }) =>
      sql<SqlBool>`(acting @> ${[person]}::text[] and rectification = any(${[...rectifications]}))
        or (acting is null and rectification = any(${[...rectifications]}) and ${isMeant(person)})`,
  );
  return each.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(each, sql` or `)})`;
}

/**
 * Where the record does not say who is to act: a line says it only when it changes, and it may have been the same since before
 * anybody recorded it. Those whom the problem names then, and the holders of the role that has its stage.
 */
function isMeant(person: string): RawBuilder<SqlBool> {
  const holds = (role: string) => sql<SqlBool>`${role} = any(string_to_array(p.roles, ' '))`;
  const isUrged = sql<SqlBool>`coalesce(facts->'urge', 'null') <> 'null'`;
  return sql<SqlBool>`(
    (facts->'handlers' ? ${person} and (stage in ('rectifying', 'upkeep') or ${isUrged}))
    or (facts->>'departmentHead' = ${person} and (stage = 'accepting' or ${isUrged}))
    or (facts->'reviewers' ? ${person} and stage = 'reviewing')
    or facts->'deciders' ? ${person}
    or exists (select from people p where p.rectification = problems.rectification
      and p.id = ${person} and (
        (${holds('office')} and stage in ('unassigned', 'planning', 'suspended', 'upkeep'))
        or (${holds('supervisor')} and stage = 'lookBack')
        or (p.name = responsible_leader and ${isUrged})
        or (p.department = problems.department and (
          (${holds('departmentHead')} and facts->>'departmentHead' is null and stage = 'accepting')
          or (${holds('handler')} and stage in ('rectifying', 'upkeep')
            and coalesce(facts->'handlers', '[]') in ('[]', 'null')))))))`;
}
