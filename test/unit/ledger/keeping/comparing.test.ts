import { canonical } from '../../../../ledger/chain';
import { judge } from '../../../../ledger/keeping/comparing';
import { line } from '../open';

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_each, index) => line(from + index));

const kept = (last: number, changed: Readonly<Record<number, string>> = {}) => ({
  last,
  texts: new Map(
    lines(1, last).map((each) => [each.sequence, changed[each.sequence] ?? canonical(each)]),
  ),
});

const numbers = (judged: ReturnType<typeof judge>) => ({
  ...judged,
  missing: judged.missing.map(({ sequence }) => sequence),
});

test.each([
  ['all there', 3, 0, [1, 3], { missing: [], gap: null, last: 3 }],
  ['some behind', 2, 0, [1, 4], { missing: [3, 4], gap: null, last: 4 }],
  ['an overlap', 4, 2, [3, 6], { missing: [5, 6], gap: null, last: 6 }],
  ['lines after a gap', 2, 4, [5, 6], { missing: [], gap: { from: 3, to: 4 }, last: 6 }],
  ['the ledger ahead', 9, 0, [1, 3], { missing: [], gap: null, last: 3 }],
] as const)('%s', (_title, last, after, [from, to], expected) => {
  const judged = judge({ after, lines: lines(from, to) }, kept(last));
  expect(numbers(judged)).toEqual({ ...expected, differing: [] });
});

test('a run that says what came before it, and nothing else, names a gap', () => {
  const judged = judge({ after: 7, lines: [] }, kept(2));
  expect(judged).toEqual({ missing: [], differing: [], gap: { from: 3, to: 7 }, last: 7 });
});

test('a line within a portion that does not follow ends what can be appended', () => {
  const judged = judge({ after: 0, lines: [line(1), line(2), line(5)] }, kept(1));
  expect(numbers(judged)).toMatchObject({ missing: [2], gap: { from: 3, to: 4 } });
});

test('another text, and a line that the ledger has lost, are differing; what is beyond the limit is left', () => {
  const other = kept(4, { 2: '{}' });
  other.texts.delete(3);
  const judged = judge({ after: 0, lines: lines(1, 9) }, other, 4, 6);
  expect(numbers(judged)).toMatchObject({ differing: [2, 3], missing: [5, 6], gap: null });
});
