import { choose } from '../../../production/balancer/choice';

const standings = (...ready: readonly boolean[]) => ready.map((isReady) => ({ isReady }));
const untried: ReadonlySet<number> = new Set();

test('those that are ready have their turns', () => {
  const chosen = [0, 1, 2, 3].map((turn) => choose(standings(true, true), turn, untried)?.index);
  expect(chosen).toEqual([0, 1, 0, 1]);
});

test('whoever is not ready gets nothing while another is', () => {
  const chosen = [0, 1, 2].map((turn) => choose(standings(false, true), turn, untried));
  expect(chosen).toEqual(Array(3).fill({ index: 1, isLastResort: false }));
});

test('what one left unanswered goes to the other', () => {
  for (const turn of [0, 1])
    expect(choose(standings(true, true), turn, new Set([0]))?.index).toBe(1);
});

test('where nobody is ready somebody is asked all the same', () => {
  expect(choose(standings(false, false), 1, untried)).toEqual({ index: 1, isLastResort: true });
  expect(choose(standings(true, false), 0, new Set([0]))).toEqual({ index: 1, isLastResort: true });
});

test('where all have left it, or there are none, nobody is chosen', () => {
  expect(choose(standings(true, true), 0, new Set([0, 1]))).toBeNull();
  expect(choose([], 0, untried)).toBeNull();
});
