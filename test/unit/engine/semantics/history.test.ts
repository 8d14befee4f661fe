import { begunSilently, say } from './spoken';

// After the W3C SCXML algorithm: histories are kept when a state is left, and entered in its stead. Each run goes through
// JSON before every step, so that what is remembered must have been persisted.

const inner = (name: string) => ({
  initial: `${name}1`,
  states: { [`${name}1`]: { on: { NEXT: `${name}2` } }, [`${name}2`]: {} },
});

const chart = (history: 'shallow' | 'deep', rest: object = {}) =>
  begunSilently(
    {
      initial: 'm',
      states: {
        m: {
          initial: 'a',
          on: { OUT: 'away' },
          states: {
            a: { ...inner('a'), on: { B: 'b' } },
            b: inner('b'),
            past: { type: 'history', history, ...rest },
          },
        },
        away: { on: { BACK: '#chart.m.past', IN: 'm' } },
      },
    },
    ...['OUT', 'BACK', 'NEXT', 'B', 'IN'],
  );

test('a shallow history remembers the child, which is entered by its initial state', () => {
  const shallow = chart('shallow');
  for (const event of ['B', 'NEXT', 'OUT']) shallow.send(event);
  expect(shallow.send('BACK')).toBe('-away +m +b +b1');
});

test('a deep history remembers the innermost states', () => {
  const deep = chart('deep');
  for (const event of ['B', 'NEXT', 'OUT']) deep.send(event);
  expect(deep.send('BACK')).toBe('-away +m +b +b2');
});

test('a history remembers the last time, not the first', () => {
  const deep = chart('deep');
  for (const event of ['NEXT', 'OUT', 'BACK', 'B', 'OUT']) deep.send(event);
  expect(deep.send('BACK')).toBe('-away +m +b +b1');
});

test('entering the state itself takes no notice of its history', () => {
  const deep = chart('deep');
  for (const event of ['B', 'NEXT', 'OUT']) deep.send(event);
  expect(deep.send('IN')).toBe('-away +m +a +a1');
});

describe('before the state was ever left', () => {
  const fresh = (rest: object) =>
    begunSilently(
      {
        initial: 'away',
        states: {
          away: { on: { BACK: '#chart.m.past' } },
          m: {
            initial: 'a',
            states: { a: {}, b: inner('b'), past: { type: 'history', ...rest } },
          },
        },
      },
      'BACK',
    );

  test('its history enters the default target', () =>
    expect(fresh({ target: 'b' }).send('BACK')).toBe('-away +m +b +b1'));

  test('and without one the initial state', () =>
    expect(fresh({}).send('BACK')).toBe('-away +m +a'));
});

describe('of a parallel state', () => {
  const parallel = (history: 'shallow' | 'deep') =>
    begunSilently(
      {
        initial: 'p',
        states: {
          p: {
            type: 'parallel',
            on: { OUT: 'away' },
            states: { x: inner('x'), y: inner('y'), past: { type: 'history', history } },
          },
          away: { on: { BACK: '#chart.p.past' } },
        },
      },
      ...['OUT', 'BACK', 'NEXT'],
    );

  test('a deep history brings every region back to where it was', () => {
    const deep = parallel('deep');
    for (const event of ['NEXT', 'OUT', 'BACK']) deep.send(event);
    expect(deep.value).toEqual({ p: { x: 'x2', y: 'y2' } });
  });

  test('a shallow one enters every region by its initial state', () => {
    const shallow = parallel('shallow');
    for (const event of ['NEXT', 'OUT', 'BACK']) shallow.send(event);
    expect(shallow.value).toEqual({ p: { x: 'x1', y: 'y1' } });
  });
});

test('actions of the transition run before what the history remembers is entered', () => {
  const remembering = begunSilently(
    {
      initial: 'm',
      states: {
        m: { ...inner('m'), on: { OUT: 'away' } },
        away: { on: { BACK: { target: '#chart.kept.past', actions: say('back') } } },
        kept: { initial: 'k', states: { k: {}, past: { type: 'history', history: 'deep' } } },
      },
    },
    'OUT',
    'BACK',
  );
  remembering.send('OUT');
  expect(remembering.send('BACK')).toBe('-away back +kept +k');
});
