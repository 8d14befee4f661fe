import { begunSilently, say } from './spoken';

// After the W3C SCXML algorithm, selectTransitions.

describe('of the transitions for an event', () => {
  test('the first in document order whose guard holds is taken', () => {
    const chart = begunSilently(
      {
        initial: 'a',
        states: {
          a: {
            on: {
              GO: [
                { guard: 'never', target: 'b' },
                { target: 'c', actions: say('second') },
                { target: 'd', actions: say('third') },
              ],
            },
          },
          b: {},
          c: {},
          d: {},
        },
      },
      'GO',
    );
    expect(chart.send('GO')).toBe('-a second +c');
  });

  test('that of the inner state goes before that of the outer', () => {
    const chart = begunSilently(
      {
        initial: 'outer',
        states: {
          outer: {
            initial: 'inner',
            on: { GO: 'other' },
            states: { inner: { on: { GO: 'next' } }, next: {} },
          },
          other: {},
        },
      },
      'GO',
    );
    expect(chart.send('GO')).toBe('-inner +next');
    expect(chart.send('GO')).toBe('-next -outer +other');
  });

  test('the outer one is taken where the guard of the inner forbids', () => {
    const chart = begunSilently(
      {
        initial: 'outer',
        states: {
          outer: {
            initial: 'inner',
            on: { GO: 'other' },
            states: { inner: { on: { GO: { guard: 'never', target: 'next' } } }, next: {} },
          },
          other: {},
        },
      },
      'GO',
    );
    expect(chart.send('GO')).toBe('-inner -outer +other');
  });

  test('an inner one without target and actions keeps the outer from being taken', () => {
    const chart = begunSilently(
      {
        initial: 'outer',
        states: {
          outer: { initial: 'inner', on: { GO: 'other' }, states: { inner: { on: { GO: {} } } } },
          other: {},
        },
      },
      'GO',
    );
    expect(chart.send('GO')).toBe('refused');
    expect(chart.value).toEqual({ outer: 'inner' });
  });

  test('guards see the data as it is before any action of this step', () => {
    const chart = begunSilently(
      {
        initial: 'a',
        states: {
          a: {
            exit: 'count',
            on: {
              GO: [{ guard: { type: 'counted', params: { to: 1 } }, target: 'b' }, { target: 'c' }],
            },
          },
          b: {},
          c: {},
        },
      },
      'GO',
    );
    expect(chart.send('GO')).toBe('-a +c');
  });
});

describe('event descriptors', () => {
  const on = (...descriptors: readonly string[]) => ({
    initial: 'a',
    states: {
      a: { on: Object.fromEntries(descriptors.map((each) => [each, { actions: say(each) }])) },
      // An event that no state takes is refused at registration.
      elsewhere: { on: { 'note.add': 'a', 'notes.add': 'a' } },
    },
  });

  test('a wildcard takes what nothing else takes', () => {
    const chart = begunSilently(on('GO', '*'), 'GO', 'STAY');
    expect(chart.send('GO')).toBe('GO');
    expect(chart.send('STAY')).toBe('*');
  });

  test('a partial wildcard takes whatever begins with its words, and the words alone', () => {
    const chart = begunSilently(on('note.*'), 'note.add', 'note.add.late', 'note', 'notes.add');
    expect(chart.send('note.add')).toBe('note.*');
    expect(chart.send('note.add.late')).toBe('note.*');
    expect(chart.send('note')).toBe('note.*');
    expect(chart.send('notes.add')).toBe('refused');
  });

  test('unlike SCXML, the more exact descriptor goes first whatever the document order', () => {
    const chart = begunSilently(on('*', 'note.*', 'note.add'), 'note.add', 'note.drop', 'GO');
    expect(chart.send('note.add')).toBe('note.add');
    expect(chart.send('note.drop')).toBe('note.*');
    expect(chart.send('GO')).toBe('*');
  });

  test('unlike SCXML, words without a wildcard take no longer event', () => {
    const chart = begunSilently(on('note'), 'note', 'note.add');
    expect(chart.send('note')).toBe('note');
    expect(chart.send('note.add')).toBe('refused');
  });

  test('an inner wildcard goes before the exact name further out', () => {
    const chart = begunSilently(
      {
        initial: 'outer',
        on: { GO: { actions: say('outer') } },
        states: { outer: { on: { '*': { actions: say('inner') } } } },
      },
      'GO',
    );
    expect(chart.send('GO')).toBe('inner');
  });
});
