import { begun, begunSilently, say, sayOutput, type Args } from './spoken';

// After the W3C SCXML algorithm, enterStates: done events and their data.

test('a final state raises its parent’s done event, which is taken within the same step', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: {
          initial: 'a1',
          onDone: { target: 'b', actions: say('done') },
          states: { a1: { on: { GO: 'end' } }, end: { type: 'final' } },
        },
        b: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-a1 +end -end -a done +b');
});

test('the done event brings the final state’s data, computed when it is entered', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: {
          initial: 'a1',
          onDone: { target: 'b', actions: ['count', sayOutput] },
          states: {
            a1: { on: { GO: { target: 'end', actions: 'count' } } },
            end: { type: 'final', output: ({ context }: Args) => ({ count: context.count }) },
          },
        },
        b: {},
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-a1 +end -end -a {"count":1} +b');
});

const region = (name: string, event: string) => ({
  initial: `${name}1`,
  states: { [`${name}1`]: { on: { [event]: `${name}2` } }, [`${name}2`]: { type: 'final' } },
});

test('a parallel state is done when its last region is, and not before', () => {
  const chart = begunSilently(
    {
      initial: 'p',
      states: {
        p: { type: 'parallel', onDone: 'q', states: { x: region('x', 'X'), y: region('y', 'Y') } },
        q: {},
      },
    },
    'X',
    'Y',
  );
  expect(chart.send('Y')).toBe('-y1 +y2');
  expect(chart.send('X')).toBe('-x1 +x2 -y2 -y -x2 -x -p +q');
});

test('a region’s done event comes before that of its parallel state', () => {
  const x = { ...region('x', 'GO'), onDone: { actions: say('region') } };
  const chart = begunSilently(
    {
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          onDone: { actions: say('parallel') },
          states: { x, y: { type: 'final' } },
        },
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-x1 +x2 region parallel');
});

test('a final child of a child does not make the grandparent done', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: {
          initial: 'a1',
          onDone: { actions: say('outer') },
          states: {
            a1: { ...region('i', 'GO'), onDone: { target: 'a2', actions: say('inner') } },
            a2: {},
          },
        },
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-i1 +i2 -i2 -a1 inner +a2');
});

test('a top final state ends the chart with its data; what was active is left, innermost first', () => {
  const chart = begun(
    {
      initial: 'a',
      output: ({ event }: Args) => event.output ?? 'nothing',
      states: { a: { on: { GO: 'end' } }, end: { type: 'final', output: 'all' } },
    },
    'GO',
  );
  expect(chart.said).toBe('+a');
  expect(chart.send('GO')).toBe('-a +end -end');
  expect([chart.status, chart.output]).toEqual(['done', 'all']);
});

test('nothing is taken after the end', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      on: { STAY: { actions: say('stay') } },
      states: { a: { on: { GO: 'end' } }, end: { type: 'final' } },
    },
    'GO',
    'STAY',
  );
  chart.send('GO');
  expect(chart.send('STAY')).toBe('refused');
});

test('a result comes as the done event of its invoke, to the state that asked and with its data', () => {
  const chart = begunSilently({
    initial: 'a',
    states: {
      a: {
        invoke: {
          id: 'asked',
          src: 'job',
          input: null,
          onDone: { target: 'b', actions: sayOutput },
        },
      },
      b: {},
    },
  });
  expect(chart.succeed('found')).toBe('-a "found" +b');
});
