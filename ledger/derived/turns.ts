/** How problems have turned: a row a line by which lamp, stage or status became another. */
import type { RawBuilder } from 'kysely';
import { chainOf } from '../chain';
import { insertsOf } from '../insert-rows';
import { partOf, textOr } from '../line-fields';
import type { TurnRow } from '../tables';
import type { Before, Stand } from './before';
import { isOf, type Recorded } from './recorded';

const nowhere: Stand = { lamp: null, stage: null, status: null };

export function writeTurns(
  lines: readonly Recorded[],
  { problems }: Before,
): readonly RawBuilder<unknown>[] {
  const stands = new Map<string, Stand>(problems);
  const own = lines.filter(isOf('problem')).filter(({ line }) => line['shown'] !== undefined);
  const rows = own.flatMap((recorded) => {
    const before = stands.get(recorded.workflow) ?? nowhere;
    const after = standIn(recorded);
    stands.set(recorded.workflow, after);
    return isSame(before, after) ? [] : [rowOf(recorded, before, after)];
  });
  return insertsOf('turns', columns, rows);
}

const columns = {
  workflow: 'text',
  sequence: 'integer',
  rectification: 'text',
  at: 'text',
  lamp: 'text',
  stage: 'text',
  status: 'text',
  lamp_before: 'text',
  stage_before: 'text',
  status_before: 'text',
} as const;

function standIn({ line }: Recorded): Stand {
  const text = (name: string): string | null => textOr(partOf(line['shown'], name), null);
  return { lamp: text('lamp'), stage: text('stage'), status: text('status') };
}

function isSame(one: Stand, other: Stand): boolean {
  return one.lamp === other.lamp && one.stage === other.stage && one.status === other.status;
}

function rowOf({ workflow, line }: Recorded, before: Stand, after: Stand): TurnRow {
  return {
    ...{ workflow, sequence: line.sequence, rectification: chainOf(workflow) },
    ...{ at: textOr(line['at'], ''), ...after },
    lamp_before: before.lamp,
    stage_before: before.stage,
    status_before: before.status,
  };
}
