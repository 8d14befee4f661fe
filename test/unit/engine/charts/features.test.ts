import fc from 'fast-check';
import { features, featuresOf } from './features';
import { everything } from './everything';
import { anyChart } from './random';

test('generated charts contain every feature of the table, each in several charts', () => {
  const charts = fc.sample(anyChart, { seed: 20260302, numRuns: 80 });
  const counted = features.map((feature) => ({
    feature,
    charts: charts.filter(({ machine }) => featuresOf(machine).has(feature)).length,
  }));
  expect(counted.filter(({ charts: count }) => count < 5)).toEqual([]);
});

test('a chart without a feature is not counted as having it', () => {
  const found = featuresOf(everything.machine);
  expect(found.has('wildcard')).toBe(true);
  expect(found.has('meta')).toBe(false);
});
