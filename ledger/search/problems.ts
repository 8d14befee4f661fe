/** Lists of problems: by where they stand, by their words and by who has to do with them, a page at a time. */
import { sql, type SqlBool, type Kysely } from 'kysely';
import type { ProblemRow, Tables } from '../tables';
import { isToAct, type Acting } from './acting';
import { containing } from './containing';
import { gramOf, gramsWithin, wordsIn } from './grams';

export interface ProblemFilter {
  readonly rectification?: string;
  /** Any of these. */
  readonly rectifications?: readonly string[];
  /** These alone, by their ids. */
  readonly workflows?: readonly string[];
  readonly kinds?: readonly string[];
  readonly stages?: readonly string[];
  readonly lamps?: readonly string[];
  readonly statuses?: readonly string[];
  readonly department?: string;
  readonly responsibleLeader?: string;
  /** An id or a name: handler, head of the department or leader. */
  readonly person?: string;
  /** Those in which one of these has something to do now; closed ones are not among them. */
  readonly acting?: readonly Acting[];
  /** Anywhere in title, section, unit, department or the people's names; all its words must be there. */
  readonly text?: string;
  readonly open?: boolean;
}

/** A part of a list. */
export interface Page {
  /** All of it where it is not given. */
  readonly limit?: number;
  /** The last of the page before. */
  readonly after?: Pick<ProblemRow, 'rectification' | 'seq'>;
}

/** The stage in which a problem needs nobody any more. */
const closed = 'closed';

/** In the order of rectification and list. */
export async function problems(
  db: Kysely<Tables>,
  filter: ProblemFilter,
  { limit, after }: Page = {},
): Promise<readonly ProblemRow[]> {
  let query = matching(db, filter).selectAll();
  if (after !== undefined)
    query = query.where(
      sql<SqlBool>`(rectification, seq) > (${after.rectification}, ${after.seq}::integer)`,
    );
  query = query.orderBy('rectification').orderBy('seq');
  return (limit === undefined ? query : query.limit(limit)).execute();
}

/** The problems that a filter is true of, to be selected from. */
export function matching(db: Kysely<Tables>, filter: ProblemFilter) {
  const isNamed = named(filter);
  const query = standing(db, filter);
  return isNamed === null ? query : query.where(isNamed);
}

function standing(db: Kysely<Tables>, filter: ProblemFilter) {
  let query = db.selectFrom('problems');
  const {
    rectification,
    rectifications,
    workflows,
    kinds,
    stages,
    lamps,
    department,
    responsibleLeader,
    open,
  } = filter;
  if (rectification !== undefined) query = query.where('rectification', '=', rectification);
  if (rectifications !== undefined)
    query = query.where(sql<SqlBool>`rectification = any(${[...rectifications]})`);
  if (workflows !== undefined) query = query.where(sql<SqlBool>`workflow = any(${[...workflows]})`);
  if (kinds !== undefined) query = query.where('kind', 'in', kinds);
  if (stages !== undefined) query = query.where('stage', 'in', stages);
  if (lamps !== undefined) query = query.where('lamp', 'in', lamps);
  const { statuses, acting } = filter;
  if (acting !== undefined) query = query.where(isToAct(acting)).where('stage', '!=', closed);
  if (statuses !== undefined) query = query.where('status', 'in', statuses);
  if (department !== undefined) query = query.where('department', '=', department);
  if (responsibleLeader !== undefined)
    query = query.where('responsible_leader', '=', responsibleLeader);
  if (open !== undefined) query = query.where('stage', open ? '!=' : '=', closed);
  return query;
}

/** The numbers find what can be meant, the texts decide. Null where nothing is asked for. */
function named({ text, person }: ProblemFilter) {
  const words = wordsIn(text);
  if (words.length === 0 && person === undefined) return null;
  const grams = [
    ...words.flatMap(gramsWithin),
    ...(person === undefined ? [] : [gramOf(`is:${person}`)]),
  ];
  const conditions = [
    sql<SqlBool>`grams @> ${grams}::integer[]`,
    ...words.map((word) => sql<SqlBool>`text like ${containing(word)}`),
    ...(person === undefined ? [] : [sql<SqlBool>`people ? ${person}`]),
  ];
  return sql<SqlBool>`workflow in (select workflow from problem_texts
    where ${sql.join(conditions, sql` and `)})`;
}
