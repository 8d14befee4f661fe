/** What a problem is looked up by besides where it stands: its words and the names of those who have to do with it. */
import { sql, type SqlBool, type Transaction } from 'kysely';
import { chainOf } from '../chain';
import { insertOf } from '../insert-rows';
import { partOf, textOr } from '../line-fields';
import { folded, gramOf, gramsOf } from '../search/grams';
import type { Tables } from '../tables';
import { isOf, type Recorded } from './recorded';

const wordFacts = ['title', 'section', 'unit', 'department', 'responsibleLeader'] as const;
const personFacts = ['handlers', 'departmentHead'] as const;

/** After the problems and the people: it goes by what they say now. */
export async function updateProblemTexts(
  tx: Transaction<Tables>,
  lines: readonly Recorded[],
): Promise<void> {
  const told = lines.filter(isOf('problem')).filter(says(...wordFacts, ...personFacts));
  const problems = [...new Set(told.map(({ workflow }) => workflow))];
  const peopled = lines.filter(isOf('rectification')).filter(says('people'));
  const rectifications = [...new Set(peopled.map(({ workflow }) => chainOf(workflow)))];
  if (problems.length + rectifications.length === 0) return;
  const rows = await tx
    .selectFrom('problems')
    .select(['workflow', 'rectification', 'facts'])
    .where(sql<SqlBool>`(workflow = any(${problems}) or rectification = any(${rectifications}))`)
    .execute();
  const names = await namesIn(tx, [...new Set(rows.map(({ rectification }) => rectification))]);
  await write(
    tx,
    rows.map(({ workflow, rectification, facts }) => {
      const ids = personFacts.flatMap((fact) => facts[fact]).flatMap((id) => textOr(id, []));
      const called = ids.map((id) => names.get(`${rectification}/${id}`) ?? id);
      return textOf(workflow, facts, { ids, names: called });
    }),
  );
}

function says(...facts: readonly string[]): (recorded: Recorded) => boolean {
  return ({ line }) => facts.some((fact) => partOf(line['facts'], fact) !== undefined);
}

interface Involved {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

function textOf(
  workflow: string,
  facts: Readonly<Record<string, unknown>>,
  { ids, names }: Involved,
) {
  const words = wordFacts.flatMap((fact) => textOr(facts[fact], []));
  const text = folded([...words, ...names].join('\n'));
  const leader = textOr(facts['responsibleLeader'], []);
  const people = [...new Set([...ids, ...names, ...[leader].flat()])];
  const grams = [...gramsOf(text), ...people.map((person) => gramOf(`is:${person}`))];
  return { workflow, text, people: JSON.stringify(people), grams: `{${grams.join(',')}}` };
}

/** By rectification and id. A person nobody knows of is called by the id. */
async function namesIn(tx: Transaction<Tables>, rectifications: readonly string[]) {
  const rows = await tx
    .selectFrom('people')
    .select(['rectification', 'id', 'name'])
    .where('rectification', '=', sql<string>`any(${rectifications})`)
    .execute();
  return new Map(rows.map(({ rectification, id, name }) => [`${rectification}/${id}`, name]));
}

async function write(
  tx: Transaction<Tables>,
  rows: readonly ReturnType<typeof textOf>[],
): Promise<void> {
  if (rows.length === 0) return;
  const column = (name: 'workflow' | 'text' | 'people' | 'grams') => rows.map((row) => row[name]);
  const insert = insertOf('problem_texts', {
    workflow: { type: 'text', values: column('workflow') },
    text: { type: 'text', values: column('text') },
    people: { type: 'jsonb', values: column('people') },
    grams: { type: 'integer[]', values: column('grams') },
  });
  await sql`${insert} on conflict (workflow) do update
    set text = excluded.text, people = excluded.people, grams = excluded.grams`.execute(tx);
}
