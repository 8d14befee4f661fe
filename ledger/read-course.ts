/** How a rectification has gone, a day at a time: how many problems were done and with which lamp the others stood. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables';

/** How a day of the rectification's own calendar changed the counts: `problems` more stand so, or fewer. */
export interface CourseStep {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly stage: string | null;
  readonly lamp: string | null;
  readonly status: string | null;
  readonly problems: number;
}

/** A rectification's own time: `plan = planAt + (real - realAt) * speed`. Instants are ISO 8601 UTC. */
export interface CourseClock {
  readonly realAt: string;
  readonly planAt: string;
  readonly speed: number;
}

/** By day, the first one first. Read from what has turned, never from the journal. */
export async function courseOf(
  db: Kysely<Tables>,
  rectification: string,
  { realAt, planAt, speed }: CourseClock,
): Promise<readonly CourseStep[]> {
  const [real, plan] = [Date.parse(realAt), Date.parse(planAt)];
  const { rows } = await sql<Omit<CourseStep, 'problems'> & { readonly problems: string }>`
    with own as (
      select stage, lamp, status, stage_before, lamp_before, status_before, count(*) as problems,
        floor(((extract(epoch from at::timestamptz)::float8 * 1000 - ${real}::float8)
          * ${speed}::float8 + ${plan}::float8 + ${shanghai}::float8) / ${dayMs}::float8)::integer as day
      from turns where rectification = ${rectification}
      group by stage, lamp, status, stage_before, lamp_before, status_before, day),
    steps as (
      select day, stage, lamp, status, problems as step from own
      union all
      select day, stage_before, lamp_before, status_before, -problems from own
      where stage_before is not null)
    select to_char(date '1970-01-01' + day, 'YYYY-MM-DD') as day, stage, lamp, status,
      sum(step) as problems
    from steps group by day, stage, lamp, status having sum(step) <> 0 order by day`.execute(db);
  return rows.map((row) => ({ ...row, problems: Number(row.problems) }));
}

const dayMs = 86_400_000;
/** The policy's time zone, all year. */
const shanghai = 8 * 3_600_000;
