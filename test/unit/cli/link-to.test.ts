import type { ProblemFilter } from '../../../ledger/search/problems';
import type { ProblemRow } from '../../../ledger';
import { linkToActs } from '../../../cli/web/link-to';
import { digest, item } from '../activities/channels/digest';

const morning = digest({ rectification: 'water', items: [item(7), item(8)] });
const [seven] = morning.items;

/** A record in which these problems wait for whoever is asked about. */
function record(...waiting: readonly string[]) {
  const asked: ProblemFilter[] = [];
  const problems = (filter: ProblemFilter) => {
    asked.push(filter);
    const found = (filter.workflows ?? []).filter((workflow) => waiting.includes(workflow));
    return Promise.resolve(found.map((workflow) => ({ workflow }) as ProblemRow));
  };
  return { problems, asked };
}

const links = {
  linkFor: ({ workflow, event, person }: Record<'workflow' | 'event' | 'person', string>) =>
    Promise.resolve(`one act: ${event} ${workflow} ${person}`),
};
const plain = () => Promise.resolve('plain');

test('who is to act now is led to the one act; the record is asked for that problem alone', async () => {
  const ledger = record('problem/water/7');
  const link = linkToActs(ledger, links, plain);
  if (seven === undefined) throw new Error('no item');
  expect(await link(morning, { ...seven, wait: 'review' })).toBe(
    `one act: approve problem/water/7 ${morning.person.id}`,
  );
  expect(ledger.asked).toEqual([
    {
      workflows: ['problem/water/7'],
      acting: [{ person: morning.person.id, rectifications: ['water'] }],
    },
  ]);
});

test('who is only told, what takes words, and the whole lead to plain pages', async () => {
  const ledger = record('problem/water/7');
  const link = linkToActs(ledger, links, plain);
  if (seven === undefined) throw new Error('no item');
  const other = { ...item(8), wait: 'review' as const };
  const ofWhole = { ...seven, wait: 'review' as const, problem: null };
  for (const each of [other, { ...seven, wait: 'work' as const }, ofWhole])
    expect(await link(morning, each)).toBe('plain');
});
