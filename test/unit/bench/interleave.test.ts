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
  expect(seen).toEqual(['a0', 'b0', 'b0', 'a0', 'a1', 'b1', 'b1', 'a1']);
  expect(taken).toEqual({ a: [1, 4, 5, 8], b: [2, 3, 6, 7] });
});

test('a steady drift leaves the sums of all arms equal', async () => {
  let clock = 0;
  const taken = await interleaved(['a', 'b', 'c'], 3, () => Promise.resolve((clock += 1)));
  const sums = Object.values(taken).map((times) => times.reduce((sum, each) => sum + each, 0));
  expect(new Set(sums).size).toBe(1);
});
