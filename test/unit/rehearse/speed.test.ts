import { nobodyActs } from '../../../domain/scenario';
import { threadSeconds } from '../thread-seconds';
import { until, sample } from './unit';

const seconds = 3;

test('a year of 53 problems that nobody works on is rehearsed in 3 seconds of computing', () => {
  const problems = Array.from({ length: 53 }, (_, index) => ({
    ...(sample.problems[index % sample.problems.length] ?? never()),
    seq: index + 1,
  }));
  const before = threadSeconds();
  const { messages } = until('2027-03-02', { ...sample, problems }, nobodyActs);
  const took = threadSeconds() - before;
  expect(messages.length).toBeGreaterThan(100);
  expect(took).toBeLessThan(seconds);
});

function never(): never {
  throw new Error('the sample has no problem');
}
