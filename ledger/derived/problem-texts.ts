/** What a problem is looked up by besides where it stands: its words and the names of those who have to do with it. */
import type { RawBuilder } from 'kysely';
import { chainOf } from '../chain';
import { upsertOf } from '../insert-rows';
import { textOr } from '../line-fields';
import { folded, gramOf, gramsOf } from '../search/grams';
import type { Before } from './before';
import { lookedUpFacts, personFacts, wordFacts } from './looked-up-facts';
import { peopleTold } from './people';
import { factsIn, isOf, says, type Recorded } from './recorded';

export function writeProblemTexts(
  lines: readonly Recorded[],
  before: Before,
): readonly RawBuilder<unknown>[] {
  const said = factsIn(lines.filter(isOf('problem')));
  const people = peopleTold(lines);
  const told = lines.filter(isOf('problem')).filter(says(...lookedUpFacts));
  const peopled = [...said.keys(), ...before.problems.keys()].filter((workflow) =>
    people.has(chainOf(workflow)),
  );
  const workflows = new Set([...told.map(({ workflow }) => workflow), ...peopled]);
  if (workflows.size === 0) return [];
  const nameOf = names(before, people);
  const rows = [...workflows].map((workflow) => {
    const facts = { ...before.problems.get(workflow)?.facts, ...said.get(workflow) };
    const ids = personFacts.flatMap((fact) => facts[fact]).flatMap((id) => textOr(id, []));
    return textOf(workflow, facts, {
      ids,
      names: ids.map((id) => nameOf.get(`${chainOf(workflow)}/${id}`) ?? id),
    });
  });
  return [upsertOf('problem_texts', columns, ['workflow'], rows)];
}

const columns = { workflow: 'text', text: 'text', people: 'jsonb', grams: 'integer[]' } as const;

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

/** By rectification and id, of the same id told twice the first. A person nobody knows of is called by the id. */
function names(
  { people }: Before,
  told: ReturnType<typeof peopleTold>,
): ReadonlyMap<string, string> {
  const before = people.filter(({ rectification }) => !told.has(rectification));
  const all = [...before, ...[...told.values()].flat()].reverse();
  return new Map(all.map(({ rectification, id, name }) => [`${rectification}/${id}`, name]));
}
