import { cancel, raise } from 'xstate';
import { begunSilently, say } from './spoken';

// SCXML's <send> with a delay and <cancel>; `after` is a delayed event that leaving the state cancels.

test('a delayed event outlives the state that asked for it', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      on: { RING: { actions: say('ring') } },
      states: {
        a: { entry: raise({ type: 'RING' }, { id: 'bell', delay: 100 }), on: { GO: 'b' } },
        b: {},
      },
    },
    'GO',
  );
  chart.send('GO');
  expect(chart.wait(99)).toBe('');
  expect(chart.wait(1)).toBe('ring');
});

test('cancelled by its id it never comes', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      entry: raise({ type: 'RING' }, { id: 'bell', delay: 100 }),
      on: { RING: { actions: say('ring') }, STOP: { actions: cancel('bell') } },
      states: { a: {} },
    },
    'STOP',
  );
  chart.send('STOP');
  expect(chart.wait(1000)).toBe('');
});

test('a delayed transition is cancelled by leaving the state, and starts anew when it is entered', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: { after: { 100: 'late' }, on: { GO: { target: 'a', reenter: true } } },
        late: {},
      },
    },
    'GO',
  );
  chart.wait(60);
  chart.send('GO');
  expect(chart.wait(60)).toBe('');
  expect(chart.wait(40)).toBe('-a +late');
});

test('a transition within the state leaves its delay running', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: { initial: 'a1', after: { 100: 'late' }, on: { GO: '.a2' }, states: { a1: {}, a2: {} } },
        late: {},
      },
    },
    'GO',
  );
  chart.wait(60);
  chart.send('GO');
  expect(chart.wait(40)).toBe('-a2 -a +late');
});

test('of two delays that end together the one that was started first comes first', () => {
  const chart = begunSilently({
    initial: 'a',
    entry: [
      raise({ type: 'ONE' }, { id: 'one', delay: 50 }),
      raise({ type: 'TWO' }, { id: 'two', delay: 50 }),
    ],
    on: { ONE: { actions: say('one') }, TWO: { actions: say('two') } },
    states: { a: {} },
  });
  expect(chart.wait(50)).toBe('one two');
});

test('a delay is given by number, by name or by function', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      on: { GO: { actions: 'count' } },
      states: {
        a: { after: { 20: 'b' } },
        b: { after: { short: 'c' } },
        c: { after: { counted: 'd' } },
        d: {},
      },
    },
    'GO',
  );
  chart.send('GO');
  expect(chart.wait(19)).toBe('');
  expect(chart.wait(1)).toBe('-a +b');
  expect(chart.wait(5)).toBe('-b +c');
  expect(chart.wait(9)).toBe('');
  expect(chart.wait(1)).toBe('-c +d');
});
