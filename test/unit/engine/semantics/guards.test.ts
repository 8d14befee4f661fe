import { and, not, or, stateIn } from 'xstate';
import { begunSilently, say } from './spoken';

const at = (to: number) => ({ type: 'counted' as const, params: { to } });

/** Says `yes` on GO where the guard holds; counts on UP. */
const guarded = (guard: unknown) =>
  begunSilently(
    {
      type: 'parallel',
      on: { UP: { actions: 'count' } },
      states: {
        asked: { on: { GO: [{ guard, actions: say('yes') }, { actions: say('no') }] } },
        other: {
          initial: 'low',
          states: { low: { on: { UP: 'high' } }, high: { on: { UP: 'low' } } },
        },
      },
    },
    'GO',
    'UP',
  );

test('a guard with params is asked with them', () => {
  const chart = guarded(at(0));
  expect(chart.send('GO')).toBe('yes');
  expect(guarded(at(1)).send('GO')).toBe('no');
});

test('a guard by name holds or does not', () => {
  expect(guarded('never').send('GO')).toBe('no');
  expect(guarded(not('never' as never)).send('GO')).toBe('yes');
});

test('and, or and not are what they are called', () => {
  const [yes, no] = [at(0) as never, at(1) as never];
  expect(guarded(and([yes, yes])).send('GO')).toBe('yes');
  expect(guarded(and([yes, no])).send('GO')).toBe('no');
  expect(guarded(or([no, yes])).send('GO')).toBe('yes');
  expect(guarded(or([no, no])).send('GO')).toBe('no');
  expect(guarded(and([not(no), or([no, not(no)])])).send('GO')).toBe('yes');
});

test('stateIn asks where the chart stands, by value or by id', () => {
  const chart = guarded(stateIn({ other: 'high' }));
  expect(chart.send('GO')).toBe('no');
  chart.send('UP');
  expect(chart.send('GO')).toBe('yes');
  expect(guarded(stateIn('#chart.other.low')).send('GO')).toBe('yes');
});
