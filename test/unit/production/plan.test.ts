import { planOf, type Strike } from '../../../production/plan';

const struck = { workers: ['worker-1', 'worker-2'], pages: ['pages-1', 'pages-2'] };
const of = (seed: number, seconds = 150): readonly Strike[] => planOf(seed, seconds, struck);
const seeds = Array.from({ length: 50 }, (_each, seed) => seed);

test('every process is killed once, and one page process is told to stop', () => {
  for (const seed of seeds) {
    const plan = of(seed);
    const killed = plan.filter(({ how }) => how === 'killed').map(({ who }) => who);
    expect([...killed].sort()).toEqual(['pages-1', 'pages-2', 'worker-1', 'worker-2']);
    const drained = plan.filter(({ how }) => how === 'drained').map(({ who }) => who);
    expect(struck.pages).toEqual(expect.arrayContaining(drained));
    expect(drained).toHaveLength(1);
  }
});

test('a worker goes first and a page process some time later, and so again', () => {
  for (const seed of seeds)
    expect(of(seed).map(({ who }) => who.replace(/-\d/, ''))).toEqual([
      ...['worker', 'pages', 'worker', 'pages', 'pages'],
    ]);
});

test('each is started again before the next is struck, in the shortest run too, and all are back before its end', () => {
  for (const seed of seeds) {
    const plan = of(seed, 100);
    const ends = [...plan.slice(1).map(({ at }) => at), 100_000];
    plan.forEach(({ at, away }, index) => expect(at + away).toBeLessThan(ends[index] ?? 0));
  }
});

test('the same seed plans the same; which of two is first hangs on the seed', () => {
  expect(of(7)).toEqual(of(7));
  expect(new Set(seeds.map((seed) => of(seed)[0]?.who)).size).toBe(2);
  expect(new Set(seeds.map((seed) => of(seed)[4]?.who)).size).toBe(2);
});
