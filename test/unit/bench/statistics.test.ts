import {
  estimateMedian,
  estimateQuantile,
  estimateRatio,
  exact,
  median,
  quantile,
} from '../../../bench/statistics';

const upTo = (n: number): readonly number[] =>
  Array.from({ length: n }, (_each, index) => index + 1);

describe('a quantile', () => {
  test('lies between its neighbours, whatever the order of the samples', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(quantile([30, 10, 20], 0.75)).toBe(25);
  });

  test('of a single sample is that sample', () => {
    expect(quantile([7], 0.99)).toBe(7);
  });

  test('of nothing is an error', () => {
    expect(() => median([])).toThrow('no samples');
  });
});

describe('the interval of a median', () => {
  test('of six samples goes from the smallest to the largest, with 31 chances in 32', () => {
    expect(estimateMedian([5, 3, 1, 6, 2, 4])).toMatchObject({ low: 1, high: 6, samples: 6 });
    expect(estimateMedian(upTo(6)).confidence).toBeCloseTo(31 / 32);
  });

  test('of five samples says that it falls short of what was asked', () => {
    expect(estimateMedian(upTo(5)).confidence).toBeCloseTo(15 / 16);
  });

  test('of many samples leaves the outer ones out', () => {
    const { value, low, high, confidence } = estimateMedian(upTo(101));
    expect(value).toBe(51);
    expect(low).toBeGreaterThan(38);
    expect(high).toBeLessThan(64);
    expect(confidence).toBeGreaterThanOrEqual(0.95);
  });

  test('holds the true median about as often as it says', () => {
    const random = chance(7);
    const held = Array.from({ length: 2000 }, () =>
      estimateMedian(Array.from({ length: 15 }, () => random() ** 3)),
    ).filter(({ low, high }) => low <= 0.125 && high >= 0.125);
    expect(held.length / 2000).toBeGreaterThan(0.94);
    expect(held.length / 2000).toBeLessThan(0.99);
  });
});

test('the interval of a high quantile lies around it and reaches the largest sample where there are few', () => {
  const many = estimateQuantile(upTo(10_000), 0.95);
  expect(many.low).toBeGreaterThan(9400);
  expect(many.high).toBeLessThan(9600);
  const few = estimateQuantile(upTo(30), 0.99);
  expect(few).toMatchObject({ high: 30 });
  expect(few.low).toBeGreaterThan(25);
  expect(few.confidence).toBeLessThan(0.95);
});

describe('a ratio', () => {
  test('is that of samples taken side by side: what slows both leaves it as it is', () => {
    const slowed = [1, 1, 5, 1, 2, 9];
    const handwritten = slowed.map((by) => 10 * by);
    const ours = slowed.map((by) => 12 * by);
    expect(estimateRatio(ours, handwritten)).toMatchObject({ value: 1.2, low: 1.2, high: 1.2 });
  });

  test('of samples that were not taken side by side is an error', () => {
    expect(() => estimateRatio([1], [1, 2])).toThrow('1 numerators, 2 denominators');
  });
});

test('what was counted has no interval', () => {
  expect(exact(3)).toMatchObject({ value: 3, low: 3, high: 3, confidence: 1 });
});

/** The same chances every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
