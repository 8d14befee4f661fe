import type { Row } from '../../../bench/figure';
import { exact, type Estimate } from '../../../bench/statistics';
import { cell, digits, tableOf } from '../../../bench/table';
import { judge, targetWords } from '../../../bench/targets';

const around = (value: number, low: number, high: number): Estimate => ({
  ...{ value, low, high, confidence: 0.95, samples: 6 },
});

const replayed: Row = {
  what: 'histories replayed',
  unit: 'a second',
  values: { handwritten: around(400, 380, 410), ours: around(300, 290, 320) },
  ratio: around(0.75, 0.7, 0.79),
  target: { of: 'ratio', bound: 'atLeast', value: 0.8 },
};

describe('a table', () => {
  test('has the columns that its rows have, the ratio and the target', () => {
    expect(tableOf([replayed]).split('\n')).toEqual([
      '|  | handwritten | ours | ours ÷ handwritten | target |',
      '|---|---:|---:|---:|---:|',
      '| histories replayed, a second | 400 (380–410) | 300 (290–320) | 0.75 (0.70–0.79) | ✗ ≥ 0.8 × |',
    ]);
  });

  test('shows what one row lacks as a dash', () => {
    const bare: Row = { what: 'bare', unit: 'KB', values: { bare: exact(30) } };
    expect(tableOf([replayed, bare]).split('\n').at(-1)).toBe('| bare, KB | – | – | 30 | – |  |');
  });
});

test('a value that was counted stands without an interval', () => {
  expect(cell(exact(42))).toBe('42');
});

test.each([
  [0, '0'],
  [0.0421, '0.042'],
  [0.5, '0.50'],
  [12.34, '12.3'],
  [1234.5, '1235'],
  [8417, '8417'],
])('%d reads %s', (value, words) => {
  expect(digits(value)).toBe(words);
});

describe('a target', () => {
  test('is missed surely where the whole interval is beyond it', () => {
    expect(judge(replayed)).toEqual({ verdict: 'missed', sure: true });
  });

  test('is reached, but not surely, where the interval crosses it', () => {
    expect(judge({ ...replayed, ratio: around(0.83, 0.78, 0.9) })).toEqual({
      verdict: 'reached',
      sure: false,
    });
  });

  test('of our own value is held against that value', () => {
    const row: Row = {
      what: 'a step',
      unit: 'µs',
      values: { ours: around(38, 36, 39) },
      target: { of: 'ours', bound: 'atMost', value: 40 },
    };
    expect(judge(row)).toEqual({ verdict: 'reached', sure: true });
    expect(targetWords({ of: 'ours', bound: 'atMost', value: 40 }, 'µs')).toBe('≤ 40 µs');
  });

  test('is not judged where there is none', () => {
    expect(judge({ what: 'x', unit: '', values: { ours: exact(1) } })).toBeNull();
  });
});
