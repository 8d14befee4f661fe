import { stateIn } from 'xstate';
import { begun, begunSilently, say } from './spoken';

// After the W3C SCXML algorithm, removeConflictingTransitions and the order of states in documents.

const region = (name: string, on: object) => ({
  initial: `${name}1`,
  states: { [`${name}1`]: { on }, [`${name}2`]: {} },
});

test('regions are entered in document order, each to its end', () => {
  const chart = begun({
    initial: 'p',
    states: { p: { type: 'parallel', states: { x: region('x', {}), y: region('y', {}) } } },
  });
  expect(chart.said).toBe('+p +x +x1 +y +y1');
});

test('regions are left in reverse document order, each from its innermost state', () => {
  const chart = begunSilently(
    {
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          on: { OUT: 'q' },
          states: { x: region('x', {}), y: region('y', {}) },
        },
        q: {},
      },
    },
    'OUT',
  );
  expect(chart.send('OUT')).toBe('-y1 -y -x1 -x -p +q');
});

test('each region takes the event; all are left before any action, all actions run before any is entered', () => {
  const chart = begunSilently(
    {
      type: 'parallel',
      states: {
        x: region('x', { GO: { target: 'x2', actions: say('x') } }),
        y: region('y', { GO: { target: 'y2', actions: say('y') } }),
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-y1 -x1 x y +x2 +y2');
});

test('a region that does not know the event stays where it is', () => {
  const chart = begunSilently(
    { type: 'parallel', states: { x: region('x', { GO: 'x2' }), y: region('y', {}) } },
    'GO',
  );
  chart.send('GO');
  expect(chart.value).toEqual({ x: 'x2', y: 'y1' });
});

describe('of two regions that both want out', () => {
  const chart = () =>
    begunSilently(
      {
        initial: 'p',
        states: {
          p: {
            type: 'parallel',
            states: {
              x: region('x', { GO: { target: '#chart.q', actions: say('x') } }),
              y: region('y', { GO: { target: '#chart.r', actions: say('y') } }),
            },
          },
          q: {},
          r: {},
        },
      },
      'GO',
    );

  test('the first in document order wins', () => {
    const two = chart();
    expect(two.send('GO')).toBe('-y1 -y -x1 -x -p x +q');
    expect(two.value).toBe('q');
  });
});

test('a region that wants out goes before a later one that moves within', () => {
  const chart = begunSilently(
    {
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          states: {
            x: region('x', { GO: '#chart.q' }),
            y: region('y', { GO: { target: 'y2', actions: say('y') } }),
          },
        },
        q: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-y1 -y -x1 -x -p +q');
});

test('a region that moves within goes before a later one that wants out', () => {
  const chart = begunSilently(
    {
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          states: {
            x: region('x', { GO: { target: 'x2', actions: say('x') } }),
            y: region('y', { GO: '#chart.q' }),
          },
        },
        q: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-x1 x +x2');
  expect(chart.value).toEqual({ p: { x: 'x2', y: 'y1' } });
});

test('a targetless transition conflicts with nothing', () => {
  const chart = begunSilently(
    {
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          states: {
            x: region('x', { GO: { actions: say('x') } }),
            y: region('y', { GO: { target: '#chart.q', actions: say('y') } }),
          },
        },
        q: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-y1 -y -x1 -x -p x y +q');
});

test('the parallel state’s own transition is taken when no region takes the event', () => {
  const chart = begunSilently(
    {
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          on: { GO: 'q' },
          states: { x: region('x', { GO: { guard: 'never', target: 'x2' } }), y: region('y', {}) },
        },
        q: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-y1 -y -x1 -x -p +q');
});

test('a region’s transition goes before that of the parallel state', () => {
  const chart = begunSilently(
    {
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          on: { GO: 'q' },
          states: { x: region('x', { GO: 'x2' }), y: region('y', {}) },
        },
        q: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-x1 +x2');
});

test('a later region’s transition goes before that of the parallel state, which an earlier region chose', () => {
  const chart = begunSilently(
    {
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          on: { GO: 'q' },
          states: { x: region('x', {}), y: region('y', { GO: 'y2' }) },
        },
        q: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-y1 +y2');
});

test('unlike SCXML, the parallel state’s targetless transition is not taken for the regions that do not know the event', () => {
  const chart = begunSilently(
    {
      type: 'parallel',
      on: { GO: { actions: say('outer') } },
      states: { x: region('x', { GO: { actions: say('x') } }), y: region('y', {}) },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('x');
});

test('a transition into one region enters the others by their initial states', () => {
  const chart = begunSilently(
    {
      initial: 'q',
      states: {
        q: { on: { IN: '#chart.p.y.y2' } },
        p: { type: 'parallel', states: { x: region('x', {}), y: region('y', {}) } },
      },
    },
    'IN',
  );
  expect(chart.send('IN')).toBe('-q +p +x +x1 +y +y2');
});

test('a transition with a target in each region enters each there', () => {
  const chart = begunSilently(
    {
      initial: 'q',
      states: {
        q: { on: { IN: { target: ['#chart.p.x.x2', '#chart.p.y.y2'] } } },
        p: { type: 'parallel', states: { x: region('x', {}), y: region('y', {}) } },
      },
    },
    'IN',
  );
  expect(chart.send('IN')).toBe('-q +p +x +x2 +y +y2');
});

test('whether another region is in a state is asked of the configuration before the step', () => {
  const chart = begunSilently(
    {
      type: 'parallel',
      states: {
        x: region('x', { GO: 'x2' }),
        y: region('y', { GO: { target: 'y2', guard: stateIn({ x: 'x2' }) } }),
      },
    },
    'GO',
  );
  chart.send('GO');
  expect(chart.value).toEqual({ x: 'x2', y: 'y1' });
});
