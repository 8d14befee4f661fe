/** 整改措施: a row a measure, as the last line that changed them has them. */
import type { RawBuilder } from 'kysely';
import { replacementOf } from '../insert-rows';
import { numberOr, partOf, textOr } from '../line-fields';
import type { MeasureRow } from '../tables';
import { isOf, lastFact, type Recorded } from './recorded';

export function writeMeasures(lines: readonly Recorded[]): readonly RawBuilder<unknown>[] {
  const changed = lastFact(lines.filter(isOf('problem')), 'measures');
  if (changed.size === 0) return [];
  const rows = [...changed].flatMap(([workflow, measures]) =>
    Array.isArray(measures) ? measures.map((measure) => rowOf(workflow, measure)) : [],
  );
  const owners = [...changed.keys()];
  return replacementOf('measures', columns, ['workflow', 'ordinal'], { owners, rows });
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
