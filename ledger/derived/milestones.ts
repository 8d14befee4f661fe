/** What is due when: each date that was worked out, and each milestone that was reached. */
import type { Insertable, Transaction } from 'kysely';
import { chainOf } from '../chain';
import { partOf, textOr } from '../line-fields';
import type { MilestoneRow, Tables } from '../tables';
import type { Recorded } from './recorded';

export async function insertMilestones(
  tx: Transaction<Tables>,
  lines: readonly Recorded[],
): Promise<void> {
  const rows = lines.flatMap(rowOf);
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('milestones')
      .values(rows.slice(from, from + 1000))
      .execute();
}

function rowOf({ workflow, line }: Recorded): readonly Insertable<MilestoneRow>[] {
  const { kind, event, fields, sequence } = line;
  const text = (name: string): string | null => textOr(partOf(fields, name), null);
  const common = { workflow, sequence, rectification: chainOf(workflow) };
  const [wait, at] = [text('wait'), textOr(line['at'], '')];
  if (wait === null) return [];
  if (kind === 'outcome' && event === 'schedule') {
    const because = partOf(fields, 'because');
    const why = Array.isArray(because) ? because.join('；') : '';
    const due = { due_on: text('dueOn'), due_at: text('dueAt') };
    return [{ ...common, wait, what: 'due', ...due, at, why: textOr(why, '') }];
  }
  if (kind !== 'emitted' || event !== 'milestone') return [];
  const reached = { due_on: null, due_at: null, at, why: text('why') ?? '' };
  return [{ ...common, wait, what: text('id') ?? '', ...reached }];
}
