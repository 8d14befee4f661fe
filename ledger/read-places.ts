/** How many problems stand where: what an overview and a list's choices are made of. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables';

/** Problems of one rectification that stand alike. */
export interface PlaceCount {
  readonly kind: string | null;
  readonly stage: string | null;
  readonly lamp: string | null;
  readonly status: string | null;
  readonly department: string | null;
  readonly leader: string | null;
  readonly problems: number;
}

export async function placesIn(
  db: Kysely<Tables>,
  rectification: string,
): Promise<readonly PlaceCount[]> {
  const columns = ['kind', 'stage', 'lamp', 'status', 'department'] as const;
  const rows = await db
    .selectFrom('problems')
    .select([...columns, 'responsible_leader as leader', ({ fn }) => fn.countAll().as('problems')])
    .where('rectification', '=', rectification)
    .groupBy([...columns, 'responsible_leader'])
    .execute();
  return rows.map((row) => ({ ...row, problems: Number(row.problems) }));
}

/** One rectification in numbers. */
export interface Sums {
  readonly rectification: string;
  readonly problems: number;
  /** Neither completed nor closed. */
  readonly open: number;
  readonly completed: number;
  readonly phaseCompleted: number;
  readonly unassigned: number;
  readonly reviewing: number;
  readonly overdue: number;
  readonly behind: number;
  readonly approaching: number;
  /** The oldest date among the red ones that is known; a day of the rectification's own calendar. */
  readonly oldest: string | null;
}

type Counted = Exclude<keyof Sums, 'rectification' | 'oldest'>;

/** By id; those that have a problem. */
export async function sumsOf(
  db: Kysely<Tables>,
  rectifications: readonly string[],
): Promise<readonly Sums[]> {
  const open = sql`(stage <> 'closed' and status <> 'completed')`;
  const { rows } = await sql<
    Readonly<Record<Counted, string>> & Pick<Sums, 'rectification' | 'oldest'>
  >`
    select rectification, count(*) as problems,
      count(*) filter (where ${open}) as open,
      count(*) filter (where status = 'completed') as completed,
      count(*) filter (where status = 'phaseCompleted') as "phaseCompleted",
      count(*) filter (where stage = 'unassigned') as unassigned,
      count(*) filter (where stage = 'reviewing') as reviewing,
      count(*) filter (where stage <> 'closed' and lamp = 'overdue') as overdue,
      count(*) filter (where stage <> 'closed' and lamp = 'behind') as behind,
      count(*) filter (where stage <> 'closed' and lamp = 'approaching') as approaching,
      min(due_on) filter (where stage <> 'closed' and lamp = 'overdue') as oldest
    from problems where rectification = any(${[...rectifications]})
    group by rectification order by rectification`.execute(db);
  return rows.map(({ rectification, oldest, ...counts }) => ({
    rectification,
    oldest,
    ...(Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [name, Number(count)]),
    ) as Readonly<Record<Counted, number>>),
  }));
}
