/** How problems have turned: a row a line by which lamp, stage or status became another. */
import { sql, type Insertable, type SqlBool, type Transaction } from 'kysely';
import { chainOf } from '../chain';
import { partOf, textOr } from '../line-fields';
import type { Tables, TurnRow } from '../tables';
import { isOf, type Recorded } from './recorded';

interface Stand {
  readonly lamp: string | null;
  readonly stage: string | null;
  readonly status: string | null;
}

const nowhere: Stand = { lamp: null, stage: null, status: null };

/** Before the problems themselves: it compares with where they stood until now. */
export async function insertTurns(
  tx: Transaction<Tables>,
  lines: readonly Recorded[],
): Promise<void> {
  const own = lines.filter(isOf('problem')).filter(({ line }) => line['shown'] !== undefined);
  if (own.length === 0) return;
  const stands = await standsOf(tx, [...new Set(own.map(({ workflow }) => workflow))]);
  const rows = own.flatMap((recorded) => {
    const before = stands.get(recorded.workflow) ?? nowhere;
    const after = standIn(recorded);
    stands.set(recorded.workflow, after);
    return isSame(before, after) ? [] : [rowOf(recorded, before, after)];
  });
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('turns')
      .values(rows.slice(from, from + 1000))
      .execute();
}

async function standsOf(
  tx: Transaction<Tables>,
  workflows: readonly string[],
): Promise<Map<string, Stand>> {
  const rows = await tx
    .selectFrom('problems')
    .select(['workflow', 'lamp', 'stage', 'status'])
    .where(sql<SqlBool>`workflow = any(${workflows})`)
    .execute();
  return new Map(rows.map(({ workflow, ...stand }) => [workflow, stand]));
}

function standIn({ line }: Recorded): Stand {
  const text = (name: string): string | null => textOr(partOf(line['shown'], name), null);
  return { lamp: text('lamp'), stage: text('stage'), status: text('status') };
}

function isSame(one: Stand, other: Stand): boolean {
  return one.lamp === other.lamp && one.stage === other.stage && one.status === other.status;
}

function rowOf({ workflow, line }: Recorded, before: Stand, after: Stand): Insertable<TurnRow> {
  return {
    ...{ workflow, sequence: line.sequence, rectification: chainOf(workflow) },
    ...{ at: textOr(line['at'], ''), ...after },
    lamp_before: before.lamp,
    stage_before: before.stage,
    status_before: before.status,
  };
}
