/** Rectifications and problems: where each stands by its last line, and all its facts, those of later lines over earlier ones. */
import { sql, type RawBuilder } from 'kysely';
import { insertsOf } from '../insert-rows';
import { textOr } from '../line-fields';
import type { RecordedLine } from '../recording';
import { isOf, jsonOf, type Recorded } from './recorded';

interface Standing {
  readonly workflow: string;
  readonly sequence: number;
  readonly shown: string;
  readonly facts: string;
  readonly changed_at: string;
}

export function writeStanding(lines: readonly Recorded[]): readonly RawBuilder<unknown>[] {
  const problems = standings(lines.filter(isOf('problem'))).map((row) => ({
    ...row,
    ...placeOf(row.workflow),
  }));
  const wholes = standings(lines.filter(isOf('rectification'))).map((row) => ({
    ...row,
    id: row.workflow.slice('rectification/'.length),
  }));
  return [
    ...insertsOf('problems', problemColumns, problems).map((insert) => over('problems', insert)),
    ...insertsOf('rectifications', wholeColumns, wholes).map((insert) =>
      over('rectifications', insert),
    ),
  ];
}

const columns = {
  workflow: 'text',
  sequence: 'integer',
  shown: 'jsonb',
  facts: 'jsonb',
  changed_at: 'text',
} as const;
const problemColumns = { ...columns, rectification: 'text', seq: 'integer' } as const;
const wholeColumns = { ...columns, id: 'text' } as const;

/** What a later line does not say of the facts stays. */
function over(
  table: 'problems' | 'rectifications',
  insert: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`${insert} on conflict (workflow) do update
    set sequence = excluded.sequence, shown = excluded.shown,
      facts = ${sql.table(table)}.facts || excluded.facts, changed_at = excluded.changed_at`;
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
