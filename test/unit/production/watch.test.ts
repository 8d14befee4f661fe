import { sumOf } from '../../../production/watch/exposition';
import { seenIn, type Sample } from '../../../production/watch/series';

const exposition = `# HELP process_cpu_seconds_total Total
# TYPE process_cpu_seconds_total counter
process_cpu_seconds_total 12.5
temporal_request{operation="a",namespace="x y"} 3
temporal_request{operation="b"} 4
temporal_request_latency{operation="b"} 99
`;

test('a metric is the sum of its series, whatever their labels', () => {
  expect(sumOf(exposition, 'process_cpu_seconds_total')).toBe(12.5);
  expect(sumOf(exposition, 'temporal_request')).toBe(7);
});

test('a metric that was not told is none, not nought', () => {
  expect(sumOf(exposition, 'temporal_worker')).toBeNull();
});

/** One a second: a counter, or `x` where nobody answered. */
const samples = (told: string): readonly Sample[] =>
  told.split(' ').map((each, index) => ({
    at: index * 1000,
    up: each !== 'x',
    counter: each === 'x' ? null : Number(each),
  }));

test('who was away and came back is seen to have begun anew', () => {
  expect(seenIn(samples('1 2 3 x x x 1 2'))).toEqual({
    ...{ downs: 1, longest: 3000, restarts: 1, isUp: true },
  });
});

test('who was back between two looks has begun anew and was never away', () => {
  expect(seenIn(samples('5 6 1 2'))).toMatchObject({ downs: 0, restarts: 1 });
});

test('who only did not answer in time has not begun anew', () => {
  expect(seenIn(samples('5 x 7'))).toMatchObject({ downs: 1, restarts: 0, isUp: true });
});

test('who does not come back is down in the end', () => {
  expect(seenIn(samples('5 6 x x'))).toMatchObject({ downs: 1, isUp: false });
});
