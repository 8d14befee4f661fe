import { nobodyActs } from '../../../domain/scenario';
import { until, sample } from './unit';

const seconds = 3;

test('a year of 53 problems that nobody works on is rehearsed in 3 seconds of computing', () => {
  const problems = Array.from({ length: 53 }, (_, index) => ({
    ...(sample.problems[index % sample.problems.length] ?? never()),
    seq: index + 1,
  }));
  const before = process.cpuUsage();
  const { messages } = until('2027-03-02', { ...sample, problems }, nobodyActs);
  const { user, system } = process.cpuUsage(before);
  expect(messages.length).toBeGreaterThan(100);
  expect((user + system) / 1e6).toBeLessThan(seconds);
});

function never(): never {
  throw new Error('the sample has no problem');
}
