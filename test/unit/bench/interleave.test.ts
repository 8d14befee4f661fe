import { abba, interleaved } from '../../../bench/interleave';

test('a round goes forth and back, so that a steady drift falls on all arms alike', () => {
  expect(abba(['a', 'b', 'c'])).toEqual(['a', 'b', 'c', 'c', 'b', 'a']);
});

test('arms take turns and never run beside each other', async () => {
  const seen: string[] = [];
  let running = 0;
  const taken = await interleaved(['a', 'b'], 2, async (arm, round) => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    seen.push(`${arm}${round}`);
    return seen.length;
  });
  expect(seen).toEqual(['a0', 'b0', 'b0', 'a0', 'b1', 'a1', 'a1', 'b1']);
  expect(taken).toEqual({ a: [1, 4, 6, 7], b: [2, 3, 5, 8] });
});

test('over all rounds each arm comes as often in a row as any other', async () => {
  const arms = ['a', 'b', 'c'] as const;
  const seen: string[] = [];
  await interleaved(arms, 6, (arm) => Promise.resolve(seen.push(arm)));
  const inARow = (arm: string) =>
    seen.filter((each, index) => each === arm && seen[index + 1] === arm).length;
  expect(arms.map(inARow)).toEqual([2, 2, 2]);
});

test('a steady drift leaves the sums of all arms equal', async () => {
  let clock = 0;
  const taken = await interleaved(['a', 'b', 'c'], 3, () => Promise.resolve((clock += 1)));
  const sums = Object.values(taken).map((times) => times.reduce((sum, each) => sum + each, 0));
  expect(new Set(sums).size).toBe(1);
});
