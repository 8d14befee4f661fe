/** 台账: what a problem's lines say of where it stands, taken over into its row. */
import { sql, type Transaction } from 'kysely';
import { lastOf } from './last-of';
import { numberOr, partOf, textOr } from './line-fields';
import type { RecordedLine } from './recording';
import type { ProblemRow, Tables } from './tables';

/** What each line shows. */
const standing = ['sequence', 'kind', 'stage', 'lamp', 'round', 'due_on', 'changed_at'] as const;
/** What a line says only when it has changed. */
const facts = ['unit', 'section', 'title', 'department', 'responsible_leader'] as const;

interface Recorded {
  readonly workflow: string;
  readonly line: RecordedLine;
}

interface Changed {
  readonly row: ProblemRow;
  /** The facts are in these lines. */
  readonly withFacts: boolean;
}

/** The rows of the problems among these lines, as their last line has them. */
export function problemRows(recorded: readonly Recorded[]): readonly Changed[] {
  const own = recorded.filter(({ workflow }) => workflow.startsWith('problem/'));
  const told = own.filter(({ line }) => line['facts'] !== undefined);
  const latest = new Map(told.map(({ workflow, line }) => [workflow, line['facts']]));
  return lastOf(own, ({ workflow }) => workflow).map(({ workflow, line }) => ({
    row: rowOf(workflow, line, latest.get(workflow)),
    withFacts: latest.has(workflow),
  }));
}

function rowOf(workflow: string, line: RecordedLine, told: unknown): ProblemRow {
  const [, rectification = '', seq = ''] = workflow.split('/');
  const shown = line['shown'];
  return {
    workflow,
    rectification,
    seq: Number.parseInt(seq, 10) || 0,
    sequence: line.sequence,
    kind: textOr(partOf(shown, 'kind'), null),
    stage: textOr(partOf(shown, 'stage'), null),
    lamp: textOr(partOf(shown, 'lamp'), null),
    round: numberOr(partOf(shown, 'round'), null),
    due_on: textOr(partOf(shown, 'dueOn'), null),
    changed_at: textOr(line['at'], ''),
    unit: textOr(partOf(told, 'unit'), null),
    section: textOr(partOf(told, 'section'), null),
    title: textOr(partOf(told, 'title'), null),
    department: textOr(partOf(told, 'department'), null),
    responsible_leader: textOr(partOf(told, 'responsibleLeader'), null),
  };
}

export async function updateProblems(
  tx: Transaction<Tables>,
  changed: readonly Changed[],
): Promise<void> {
  const having = (withFacts: boolean): readonly ProblemRow[] =>
    changed.filter((each) => each.withFacts === withFacts).map(({ row }) => row);
  await upsert(tx, having(true), [...standing, ...facts]);
  await upsert(tx, having(false), standing);
}

async function upsert(
  tx: Transaction<Tables>,
  rows: readonly ProblemRow[],
  columns: readonly (keyof ProblemRow)[],
): Promise<void> {
  if (rows.length === 0) return;
  const taken = Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)]));
  await tx
    .insertInto('problems')
    .values([...rows])
    .onConflict((conflict) => conflict.column('workflow').doUpdateSet(taken))
    .execute();
}
