import { begun, begunSilently, say } from './spoken';

// After the W3C SCXML algorithm, exitStates, executeTransitionContent, enterStates.

const nested = {
  initial: 'a',
  states: {
    a: {
      initial: 'a1',
      states: {
        a1: {
          initial: 'a11',
          on: { UP: { target: '#chart.b', actions: [say('one'), say('two')] } },
          states: { a11: {}, a12: {} },
        },
        a2: {},
      },
      on: { SIBLING: '.a2', SELF: { target: 'a', reenter: true } },
    },
    b: { initial: 'b1', states: { b1: { initial: 'b11', states: { b11: {} } } } },
  },
};

test('states are entered from the outermost to the innermost, each with its initial one', () => {
  expect(begun(nested).said).toBe('+a +a1 +a11');
});

test('states are left innermost first, then actions in document order, then others are entered', () => {
  expect(begunSilently(nested, 'UP').send('UP')).toBe('-a11 -a1 -a one two +b +b1 +b11');
});

test('only what is below the least common ancestor is left and entered', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: {
          initial: 'a1',
          states: {
            a1: { initial: 'a11', states: { a11: { on: { GO: '#chart.a.a2.a21' } } } },
            a2: { initial: 'a22', states: { a21: {}, a22: {} } },
          },
        },
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-a11 -a1 +a2 +a21');
});

test('a target below another initial state is entered in its place', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: { on: { GO: '#chart.b.b2' } },
        b: { initial: 'b1', states: { b1: {}, b2: {} } },
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-a +b +b2');
});

test('unlike SCXML, a transition to a descendant leaves its source only where it reenters', () => {
  const config = (reenter: boolean) => ({
    initial: 'a',
    states: {
      a: { initial: 'a1', on: { GO: { target: '.a2', reenter } }, states: { a1: {}, a2: {} } },
    },
  });
  expect(begunSilently(config(false), 'GO').send('GO')).toBe('-a1 +a2');
  expect(begunSilently(config(true), 'GO').send('GO')).toBe('-a1 -a +a +a2');
});

test('unlike SCXML, a transition to its own source leaves it only where it reenters', () => {
  const config = (reenter: boolean) => ({
    initial: 'a',
    states: {
      a: { initial: 'a1', on: { GO: { target: 'a', reenter } }, states: { a1: {}, a2: {} } },
    },
  });
  expect(begunSilently(config(true), 'GO').send('GO')).toBe('-a1 -a +a +a1');
  expect(begunSilently(config(false), 'GO').send('GO')).toBe('-a1 +a1');
});

test('a transition without target leaves and enters nothing', () => {
  const chart = begunSilently(
    {
      initial: 'a',
      states: { a: { initial: 'a1', on: { GO: { actions: say('done') } }, states: { a1: {} } } },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('done');
});

test('exit actions see the data before the transition’s actions, entry actions after them', () => {
  const counted = {
    type: 'say',
    params: ({ context }: { context: { count: number } }) => ({ word: String(context.count) }),
  };
  const chart = begunSilently(
    {
      initial: 'a',
      states: {
        a: { exit: counted, on: { GO: { target: 'b', actions: ['count', counted] } } },
        b: { entry: ['count', counted] },
      },
    },
    'GO',
  );
  expect(chart.send('GO')).toBe('-a 0 1 +b 2');
});
