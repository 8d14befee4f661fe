/** What is due when: each date that was worked out, and each milestone that was reached. */
import type { RawBuilder } from 'kysely';
import { chainOf } from '../chain';
import { insertsOf } from '../insert-rows';
import { partOf, textOr } from '../line-fields';
import type { MilestoneRow } from '../tables';
import type { Recorded } from './recorded';

export function writeMilestones(lines: readonly Recorded[]): readonly RawBuilder<unknown>[] {
  return insertsOf('milestones', columns, lines.flatMap(rowOf));
}

const columns = {
  workflow: 'text',
  sequence: 'integer',
  rectification: 'text',
  wait: 'text',
  what: 'text',
  due_on: 'text',
  due_at: 'text',
  at: 'text',
  why: 'text',
} as const;

function rowOf({ workflow, line }: Recorded): readonly MilestoneRow[] {
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
