import { optionsOf } from '../../../chaos/options';
import { randomOf } from '../../../chaos/random';

test('without options the seed is the one drawn and three runs have more than 300 faults', () => {
  const { seed, faults } = optionsOf([], 17);
  expect(seed).toBe(17);
  expect(faults * 3).toBeGreaterThanOrEqual(300);
});

test('a seed, a number of faults and a store are taken', () => {
  const args = ['--seed', '5', '--faults', '12', '--store', '/tmp/x'];
  expect(optionsOf(args, 17)).toEqual({
    ...{ seed: 5, faults: 12, store: '/tmp/x', flood: null, ledger: false },
  });
});

test('the ledger is killed two hundred times unless told otherwise', () => {
  expect(optionsOf(['--ledger'], 17)).toMatchObject({ ledger: true, faults: 200 });
  expect(optionsOf(['--ledger', '--faults', '6'], 17)).toMatchObject({ faults: 6 });
});

test.each([
  ['--seed', 'x'],
  ['--faults', '0'],
  ['--faults', '1.5'],
  ['--seed', '-1'],
  ['--sed', '1'],
])('%s %s is refused', (...args) => {
  expect(() => optionsOf(args, 1)).toThrow();
});

test('the same seed and name draw the same; another name does not', () => {
  const draw = (seed: number, name: string): readonly number[] => {
    const random = randomOf(seed, name);
    return Array.from({ length: 20 }, () => random.next());
  };
  expect(draw(1, 'a')).toEqual(draw(1, 'a'));
  expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
  expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
  expect(draw(3, 'c').every((number) => number >= 0 && number < 1)).toBe(true);
});

test('shuffling keeps every item once', () => {
  const items = Array.from({ length: 50 }, (_each, index) => index);
  const shuffled = randomOf(9, 'x').shuffled(items);
  expect(shuffled).not.toEqual(items);
  expect([...shuffled].sort((one, other) => one - other)).toEqual(items);
});
