import { figureNames, readOptions } from '../../../bench/options';

test('everything is measured in three rounds unless told otherwise', () => {
  expect(readOptions([])).toEqual({ quick: false, only: figureNames, rounds: 3 });
});

test('a quick run has one round', () => {
  expect(readOptions(['--quick', '--only', 'step', 'replay'])).toEqual({
    quick: true,
    only: ['step', 'replay'],
    rounds: 1,
  });
});

test('pages are put under the load that is asked for', () => {
  const load = { people: 50, commandsASecond: 10, seconds: 60 };
  expect(readOptions(['--load', '50,10,60'])).toMatchObject({ load });
});

test.each([
  [['--load', '50,10']],
  [['--load', '0,10,60']],
  [['--load', '50,10,5']],
  [['--only', 'weather']],
  [['--rounds', '0']],
  [['--rounds', 'many']],
  [['--nonsense']],
])('%j is refused', (args) => {
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(() => readOptions(args)).toThrow();
  expect(said).toHaveBeenCalled();
  said.mockRestore();
});
