/** What falls on which day: dates of problems, of measures, and of a rectification as a whole. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables';

export interface DueDate {
  readonly rectification: string;
  /** Of the problem, or of the rectification as a whole. */
  readonly workflow: string;
  /** `YYYY-MM-DD` of the rectification's own calendar. */
  readonly on: string;
  /**
   * What the date is of. A wait of the rectification (`plan`, `progress`, …), `measure`, `suspension`; for other dates of a problem
   * its stage says it.
   */
  readonly wait: string | null;
  readonly stage: string | null;
  readonly lamp: string | null;
  readonly seq: number | null;
  /** The problem's; of a measure its text. */
  readonly title: string | null;
  /** Which of the problem's measures, counted from 1; null for all other dates. */
  readonly measure: number | null;
  readonly department: string | null;
  readonly leader: string | null;
  /** Ids of handlers and the head of the department; the leader is known by name. */
  readonly people: readonly string[];
}

export interface DateFilter {
  readonly rectifications: readonly string[];
  /** Both inclusive, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

/** By day, then in the order of rectification and list. What is over has none: closed problems, measures done, a plan approved. */
export async function datesIn(
  db: Kysely<Tables>,
  { rectifications, from, to }: DateFilter,
): Promise<readonly DueDate[]> {
  const own = [...rectifications];
  const { rows } = await sql<DueDate>`
    with dated as (
      select rectification, workflow, seq, stage, lamp, title, department, facts,
        responsible_leader as leader, due_on as "on", null as wait, null::integer as measure
      from problems where rectification = any(${own}) and due_on between ${from} and ${to}
        and stage <> 'closed'
      union all
      select rectification, workflow, seq, stage, lamp, title, department, facts,
        responsible_leader, facts->>'suspendedUntil', 'suspension', null
      from problems where rectification = any(${own}) and stage = 'suspended'
        and facts->>'suspendedUntil' between ${from} and ${to}
      union all
      select p.rectification, p.workflow, p.seq, p.stage, p.lamp, m.text,
        coalesce(m.department, p.department), p.facts, p.responsible_leader, m.due, 'measure', m.ordinal
      from measures m join problems p using (workflow)
      where p.rectification = any(${own}) and m.done_at is null and m.due between ${from} and ${to}
        and p.stage <> 'closed'),
    wholes as (${latestWaits(own)})
    select rectification, workflow, seq, stage, lamp, title, department, leader, "on", wait, measure,
      to_jsonb(array_remove(array_append(array(select jsonb_array_elements_text(
        case jsonb_typeof(facts->'handlers') when 'array' then facts->'handlers' else '[]' end)),
        facts->>'departmentHead'), null)) as people
    from dated
    union all
    select rectification, workflow, null, null, null, null, null, null, "on", wait, null, '[]'::jsonb
    from wholes where "on" between ${from} and ${to} and not ${isOver}
    order by "on", rectification, seq nulls first, wait, measure`.execute(db);
  return rows;
}

/** Of a wait of the rectification as a whole: what was waited for has come. */
const isOver = sql`exists (select from rectifications r where r.workflow = wholes.workflow and (r.shown->>'stage' = 'closed'
  or case when wait in ('plan', 'review') then r.facts->>'planApprovedAt' is not null
    when wait = 'report' then r.facts->>'reportApprovedAt' is not null
    when wait = 'lookBack' then r.facts->>'lookedBack' = 'true'
    else false end))`;

/** The day on which a wait of the rectification as a whole ends, `YYYY-MM-DD`; null where none was worked out. */
export async function dueOn(
  db: Kysely<Tables>,
  rectification: string,
  wait: string,
): Promise<string | null> {
  const { rows } = await sql<{ on: string }>`
    with wholes as (${latestWaits([rectification])})
    select "on" from wholes where wait = ${wait} order by "on" desc limit 1`.execute(db);
  return rows[0]?.on ?? null;
}

/** The last that was worked out of each wait; of the monthly report each month's. */
function latestWaits(rectifications: readonly string[]) {
  const workflows = rectifications.map((id) => `rectification/${id}`);
  return sql`select distinct on (workflow, wait, case wait when 'progress' then due_on end)
      rectification, workflow, wait, due_on as "on"
    from milestones where workflow = any(${workflows}) and what = 'due' and due_on is not null
      and wait <> 'arrears'
    order by workflow, wait, case wait when 'progress' then due_on end, sequence desc`;
}
