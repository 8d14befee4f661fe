import { begunSilently, say, sayOutput } from './spoken';

// SCXML's <invoke>, for promise actors.

const asking = (invoke: object) => ({ src: 'job', input: null, ...invoke });

test('onDone is taken with what came out', () => {
  const chart = begunSilently({
    initial: 'a',
    states: {
      a: { invoke: asking({ id: 'one', onDone: { target: 'b', actions: sayOutput } }) },
      b: {},
    },
  });
  expect(chart.succeed('found')).toBe('-a "found" +b');
});

test('onError is taken where it fails', () => {
  const chart = begunSilently({
    initial: 'a',
    states: {
      a: {
        invoke: asking({
          id: 'one',
          onDone: 'c',
          onError: { target: 'b', actions: say('failed') },
        }),
      },
      b: {},
      c: {},
    },
  });
  expect(chart.fail()).toBe('-a failed +b');
});

test('several in one state come out each for itself', () => {
  const chart = begunSilently({
    initial: 'a',
    states: {
      a: {
        invoke: [
          asking({ id: 'one', onDone: { actions: say('one') } }),
          asking({ id: 'two', onDone: { target: 'b', actions: say('two') } }),
        ],
      },
      b: {},
    },
  });
  expect(chart.succeed(null)).toBe('one');
  expect(chart.succeed(null)).toBe('-a two +b');
});

test('leaving the state stops them: what comes out later is not heard', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: { invoke: asking({ id: 'one', onDone: 'wrong' }), on: { GO: 'b' } },
        b: {},
        wrong: {},
      },
    },
    'GO',
  );
  chart.send('GO');
  expect(chart.succeed('late')).toBe('');
  expect(chart.value).toBe('b');
});
