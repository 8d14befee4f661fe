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

test.each([[['--only', 'weather']], [['--rounds', '0']], [['--rounds', 'many']], [['--nonsense']]])(
  '%j is refused',
  (args) => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(() => readOptions(args)).toThrow();
    expect(said).toHaveBeenCalled();
    said.mockRestore();
  },
);
