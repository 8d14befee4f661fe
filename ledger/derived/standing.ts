/** Rectifications and problems: where each stands by its last line, and all its facts, those of later lines over earlier ones. */
import { sql, type Transaction } from 'kysely';
import { textOr } from '../line-fields';
import type { RecordedLine } from '../recording';
import type { Tables } from '../tables';
import { isOf, jsonOf, type Recorded } from './recorded';

interface Standing {
  readonly workflow: string;
  readonly sequence: number;
  readonly shown: string;
  readonly facts: string;
  readonly changed_at: string;
}

export async function updateStanding(
  tx: Transaction<Tables>,
  lines: readonly Recorded[],
): Promise<void> {
  const problems = standings(lines.filter(isOf('problem'))).map((row) => ({
    ...row,
    ...placeOf(row.workflow),
  }));
  if (problems.length > 0)
    await tx
      .insertInto('problems')
      .values(problems)
      .onConflict((conflict) => conflict.column('workflow').doUpdateSet(taken('problems')))
      .execute();
  const wholes = standings(lines.filter(isOf('rectification'))).map((row) => ({
    ...row,
    id: row.workflow.slice('rectification/'.length),
  }));
  if (wholes.length > 0)
    await tx
      .insertInto('rectifications')
      .values(wholes)
      .onConflict((conflict) => conflict.column('workflow').doUpdateSet(taken('rectifications')))
      .execute();
}

function taken(table: 'problems' | 'rectifications') {
  return {
    sequence: sql<number>`excluded.sequence`,
    shown: sql<string>`excluded.shown`,
    facts: sql<string>`${sql.ref(`${table}.facts`)} || excluded.facts`,
    changed_at: sql<string>`excluded.changed_at`,
  };
}

function standings(lines: readonly Recorded[]): readonly Standing[] {
  const byWorkflow = new Map<string, RecordedLine[]>();
  for (const { workflow, line } of lines) {
    const known = byWorkflow.get(workflow);
    if (known === undefined) byWorkflow.set(workflow, [line]);
    else known.push(line);
  }
  return [...byWorkflow].flatMap(([workflow, own]) => {
    const last = own.at(-1);
    if (last === undefined) return [];
    const facts: unknown = Object.assign({}, ...own.map((line) => line['facts'] ?? {}));
    return [
      {
        workflow,
        sequence: last.sequence,
        shown: jsonOf(last['shown'] ?? {}),
        facts: jsonOf(facts),
        changed_at: textOr(last['at'], ''),
      },
    ];
  });
}

/** `problem/<rectification>/<seq>` */
function placeOf(workflow: string): { readonly rectification: string; readonly seq: number } {
  const [, rectification = '', seq = ''] = workflow.split('/');
  return { rectification, seq: Number.parseInt(seq, 10) || 0 };
}
