/**
 * The ledger as pages ask it: the same question is asked once as long as nothing of its rectifications is recorded, whoever wants
 * to know. What of an answer may be seen, and by whom, is decided by who asks: what is remembered knows no viewer.
 */
import { chainOf, type Ledger } from '../../ledger';
import { farIn, type Heads } from './looks';
import { createMemory } from './memory';

/** @param needed how far the record must have come for an answer */
export function remembering(ledger: Ledger, needed: () => Promise<Heads>): Ledger {
  const memory = createMemory();
  /** @param of the rectifications that it depends on; null: all */
  const once = async <Answer>(
    of: readonly string[] | null,
    question: readonly unknown[],
    ask: () => Promise<Answer>,
  ): Promise<Answer> => memory.answer(JSON.stringify(question), farIn(await needed(), of), ask);
  const { overview } = ledger;
  const rectifications: Ledger['rectifications'] = (ids) =>
    once(ids ?? null, ['rectifications', ids], () => ledger.rectifications(ids));
  return {
    ...ledger,
    rectifications,
    people: async (id) => {
      // They are in the rectification's own lines, which are few among its problems' lines.
      const [row] = await rectifications([id]);
      return memory.answer(`people ${id}`, row?.sequence ?? 0, () => ledger.people(id));
    },
    problems: (filter, page) => {
      const ask = () => ledger.problems(filter, page);
      return isSearch(filter) ? ask() : once(ofFilter(filter), ['problems', filter, page], ask);
    },
    latest: (workflows, events) =>
      once(workflows.map(chainOf), ['latest', workflows, events], () =>
        ledger.latest(workflows, events),
      ),
    overview: {
      sorted: (filter, sorting, page) => {
        const ask = () => overview.sorted(filter, sorting, page);
        const question = ['sorted', filter, sorting, page];
        return isSearch(filter) ? ask() : once(ofFilter(filter), question, ask);
      },
      places: (id) => once([id], ['places', id], () => overview.places(id)),
      sums: (ids) => once(ids, ['sums', ids], () => overview.sums(ids)),
      course: (id, clock) => once([id], ['course', id, clock], () => overview.course(id, clock)),
      dates: (filter) =>
        once(filter.rectifications, ['dates', filter], () => overview.dates(filter)),
      dueOn: (id, wait) => once([id], ['dueOn', id, wait], () => overview.dueOn(id, wait)),
    },
  };
}

type ProblemFilter = Parameters<Ledger['problems']>[0];

/** Words are seldom looked for twice, and there is no end of them. */
function isSearch({ text }: ProblemFilter): boolean {
  return text !== undefined;
}

/** Null: a change of any may change it. */
function ofFilter(filter: ProblemFilter): readonly string[] | null {
  const { rectification, rectifications, workflows, acting } = filter;
  if (rectification !== undefined) return [rectification];
  return (
    rectifications ??
    workflows?.map(chainOf) ??
    acting?.flatMap((each) => each.rectifications) ??
    null
  );
}
