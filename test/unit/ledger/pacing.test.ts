import { earliestAfter } from '../../../ledger/pacing';

/** So many transactions of so many ms, each begun as soon as it may while recordings keep coming. */
function begins(count: number, took: number): readonly number[] {
  const all: number[] = [];
  for (let earliest = -Infinity, now = 0; all.length < count; now += took) {
    now = Math.max(now, earliest);
    all.push(now);
    earliest = earliestAfter(earliest, { begun: now, ended: now + took });
  }
  return all;
}

test('the first ten follow one another at once', () => {
  expect(begins(10, 10)).toEqual(Array.from({ length: 10 }, (_each, index) => index * 10));
});

test.each([
  [1, 50],
  [4, 80],
  [9, 180],
  [60, 300],
  [700, 700],
])('while recordings keep coming, transactions of %i ms begin %i ms apart', (took, apart) => {
  const [one = 0, next = 0] = begins(100, took).slice(-2);
  expect(next - one).toBe(apart);
});

test('after a quiet while a recording waits for nothing', () => {
  const later = { begun: 70_000, ended: 70_050 };
  expect(earliestAfter(60_500, later)).toBeLessThanOrEqual(later.ended);
});
