import { faultPlan, faultTitles } from '../../../chaos/fault-plan';

const seeds = [0, 1, 7, 42, 999_999];

test.each(seeds)('seed %d gives the same plan again and another seed another', (seed) => {
  expect(faultPlan(seed, 110)).toEqual(faultPlan(seed, 110));
  expect(faultPlan(seed, 110)).not.toEqual(faultPlan(seed + 1, 110));
});

test.each([1, 3, 14, 15, 45, 110, 400])('a plan of %d faults has as many', (count) => {
  for (const seed of seeds) expect(faultPlan(seed, count)).toHaveLength(count);
});

test.each(seeds)('a usual plan of seed %d has every kind of fault', (seed) => {
  const kinds = new Set(faultPlan(seed, 110).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual(Object.keys(faultTitles).sort());
});

test.each(seeds)(
  'seed %d breaks `zhenggai up` in one block, for changing to it takes time',
  (seed) => {
    const changes = faultPlan(seed, 110).filter(
      ({ topology }, index, all) => topology !== (all[index - 1]?.topology ?? 'apart'),
    );
    expect(changes.map(({ topology }) => topology)).toEqual(['embedded', 'apart']);
  },
);

test('no pause is so long that a usual run takes more than eight minutes', () => {
  for (const seed of seeds) {
    const pauses = faultPlan(seed, 110).reduce((sum, { pause }) => sum + pause, 0);
    expect(pauses).toBeGreaterThan(60_000);
    expect(pauses).toBeLessThan(260_000);
  }
});
