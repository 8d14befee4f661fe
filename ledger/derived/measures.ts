/** 整改措施: a row a measure, as the last line that changed them has them. */
import { sql, type RawBuilder } from 'kysely';
import { insertOf } from '../insert-rows';
import { lastOf } from '../last-of';
import { numberOr, partOf, textOr } from '../line-fields';
import type { MeasureRow } from '../tables';
import { isOf, lastFact, type Recorded } from './recorded';

export function writeMeasures(lines: readonly Recorded[]): readonly RawBuilder<unknown>[] {
  const changed = lastFact(lines.filter(isOf('problem')), 'measures');
  if (changed.size === 0) return [];
  const said = [...changed].flatMap(([workflow, measures]) =>
    Array.isArray(measures) ? measures.map((measure) => rowOf(workflow, measure)) : [],
  );
  const rows = lastOf(said, ({ workflow, ordinal }) => `${ordinal} ${workflow}`);
  return [
    // Those that are there still are written over, not made anew: one statement may not write a row twice.
    sql`delete from measures where workflow = any(${[...changed.keys()]}::text[])
      and (workflow, ordinal) not in (select * from unnest(
        ${rows.map(({ workflow }) => workflow)}::text[], ${rows.map(({ ordinal }) => ordinal)}::integer[]))`,
    sql`${insertOf('measures', columns, rows)} on conflict (workflow, ordinal) do update
      set text = excluded.text, department = excluded.department, due = excluded.due,
        recurrence = excluded.recurrence, done_at = excluded.done_at`,
  ];
}

const columns = {
  workflow: 'text',
  ordinal: 'integer',
  text: 'text',
  department: 'text',
  due: 'text',
  recurrence: 'text',
  done_at: 'text',
} as const;

function rowOf(workflow: string, measure: unknown): MeasureRow {
  const text = (name: string): string | null => textOr(partOf(measure, name), null);
  return {
    workflow,
    ordinal: numberOr(partOf(measure, 'ordinal'), 0),
    text: text('text') ?? '',
    department: text('department'),
    due: text('due'),
    recurrence: text('recurrence'),
    done_at: text('doneAt'),
  };
}
