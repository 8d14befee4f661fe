import { raise, stateIn } from 'xstate';
import { begun, begunSilently, say } from './spoken';

// After the W3C SCXML algorithm, mainEventLoop: eventless transitions, then internal events, then the next external one.

test('an eventless transition is taken before a raised event', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: { on: { GO: { target: 'b', actions: raise({ type: 'INNER' }) } } },
        b: { always: 'c', on: { INNER: 'wrong' } },
        c: { on: { INNER: 'd' } },
        d: {},
        wrong: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-a +b -b +c -c +d');
});

test('raised events are taken before the next one from outside, first in first out', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      on: {
        ONE: { actions: say('one') },
        TWO: { actions: say('two') },
        NEXT: { actions: say('next') },
      },
      states: { a: { on: { GO: { actions: [raise({ type: 'ONE' }), raise({ type: 'TWO' })] } } } },
    },
    'GO',
    'NEXT',
  );
  expect(chart.send('GO')).toBe('one two');
  expect(chart.send('NEXT')).toBe('next');
});

test('what a raised event raises waits behind what was raised before', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      on: {
        ONE: { actions: [say('one'), raise({ type: 'THREE' })] },
        TWO: { actions: say('two') },
        THREE: { actions: say('three') },
      },
      states: { a: { on: { GO: { actions: [raise({ type: 'ONE' }), raise({ type: 'TWO' })] } } } },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('one two three');
});

test('events raised while leaving, moving and entering come in this order, when all is entered', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      on: {
        EXIT: { actions: say('exit') },
        MOVE: { actions: say('move') },
        ENTRY: { actions: say('entry') },
      },
      states: {
        a: {
          exit: raise({ type: 'EXIT' }),
          on: { GO: { target: 'b', actions: raise({ type: 'MOVE' }) } },
        },
        b: { entry: raise({ type: 'ENTRY' }) },
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-a +b exit move entry');
});

test('a raised event that nobody takes is dropped', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: { on: { GO: { target: 'b', actions: raise({ type: 'LOST' }) } } },
        b: { on: { NEXT: 'c' } },
        c: { on: { LOST: 'a' } },
      },
    },
    'GO',
    'NEXT',
  );
  expect(chart.send('GO')).toBe('-a +b');
  expect(chart.send('NEXT')).toBe('-b +c');
});

test('what an initial state raises is taken before the first event from outside', () => {
  const chart = begun({
    initial: 'a',
    states: { a: { entry: raise({ type: 'INNER' }), on: { INNER: 'b' } }, b: {} },
  });
  expect(chart.said).toBe('+a -a +b');
});

test('eventless transitions follow each other until none is enabled', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: { on: { GO: 'b' } },
        b: { always: 'c' },
        c: { always: [{ guard: 'never', target: 'a' }, { target: 'd' }] },
        d: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-a +b -b +c -c +d');
});

test('eventless transitions of several regions are one microstep', () => {
  const region = (name: string) => ({
    initial: `${name}1`,
    states: {
      [`${name}1`]: { on: { GO: `${name}2` } },
      [`${name}2`]: { always: `${name}3` },
      [`${name}3`]: {},
    },
  });
  const chart = begunSilently(
    { type: 'parallel', states: { x: region('x'), y: region('y') } },
    'GO',
  );
  expect(chart.send('GO')).toBe('-y1 -x1 +x2 +y2 -y2 -x2 +x3 +y3');
});

test('an eventless transition looks at the other regions after each microstep', () => {
  const chart = begunSilently(
    {
      type: 'parallel',
      states: {
        x: { initial: 'x1', states: { x1: { on: { GO: 'x2' } }, x2: { always: 'x3' }, x3: {} } },
        y: {
          initial: 'y1',
          states: { y1: { always: { guard: stateIn({ x: 'x3' }), target: 'y2' } }, y2: {} },
        },
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-x1 +x2 -x2 +x3 -y1 +y2');
});

test('an inner eventless transition goes before an outer one', () => {
  const chart = begunSilently(
    {
      initial: 'start',
      states: {
        start: { on: { GO: 'outer' } },
        outer: {
          initial: 'inner',
          always: 'other',
          states: { inner: { always: 'next' }, next: {} },
        },
        other: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-start +outer +inner -inner +next -next -outer +other');
});
