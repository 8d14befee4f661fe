/** 整改措施: a row a measure, as the last line that changed them has them. */
import type { Insertable, Transaction } from 'kysely';
import { numberOr, partOf, textOr } from '../line-fields';
import type { MeasureRow, Tables } from '../tables';
import { isOf, lastFact, type Recorded } from './recorded';

export async function updateMeasures(
  tx: Transaction<Tables>,
  lines: readonly Recorded[],
): Promise<void> {
  const changed = lastFact(lines.filter(isOf('problem')), 'measures');
  if (changed.size === 0) return;
  await tx
    .deleteFrom('measures')
    .where('workflow', 'in', [...changed.keys()])
    .execute();
  const rows = [...changed].flatMap(([workflow, measures]) =>
    Array.isArray(measures) ? measures.map((measure) => rowOf(workflow, measure)) : [],
  );
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('measures')
      .values(rows.slice(from, from + 1000))
      .onConflict((conflict) => conflict.columns(['workflow', 'ordinal']).doNothing())
      .execute();
}

function rowOf(workflow: string, measure: unknown): Insertable<MeasureRow> {
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
