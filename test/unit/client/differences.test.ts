import { amends, differences } from '../../../client/differences';
import type { ShownProblem } from '../../../client';
import type { ReceivedProblem } from '../../../domain/reception';
import { contextFor, received } from '../../workflow/cast';

const measure = {
  ordinal: 1,
  text: '清查',
  department: null,
  due: null,
  recurrence: 'monthly',
  done: false,
} as const;

const said: ReceivedProblem = {
  ...received,
  due: '2026-12-20',
  measures: [measure],
};

const shown = { ...contextFor(said), stage: 'rectifying' } as unknown as ShownProblem;

test('a problem that says what it said differs in nothing', () => {
  expect(differences(said, shown)).toEqual({ amendment: {}, others: [] });
  expect(amends({})).toBe(false);
});

test('title, date and measures go into the amendment, only those that differ', () => {
  expect(differences({ ...said, title: '新' }, shown).amendment).toEqual({ title: '新' });
  expect(differences({ ...said, due: '2026-12-25' }, shown).amendment).toEqual({
    due: '2026-12-25',
  });
  const measures = [{ ...measure, text: '复查' }];
  expect(differences({ ...said, measures }, shown).amendment).toEqual({
    measures: [{ text: '复查', recurrence: 'monthly' }],
  });
});

test('a date the file no longer names is left as it is', () => {
  expect(differences({ ...said, due: null }, shown).amendment).toEqual({});
});

test('that a measure is done in life is no difference', () => {
  const done = {
    ...shown,
    measures: shown.measures.map((each) => ({ ...each, doneAt: '2026-11-30T00:00:00.000Z' })),
  };
  expect(differences(said, done).amendment).toEqual({});
});

test('what has events of its own is named, not amended', () => {
  const other = {
    ...said,
    kind: 'longTerm',
    assignment: { ...said.assignment, department: '办公室' },
  } as const;
  expect(differences(other, shown)).toEqual({ amendment: {}, others: ['kind', 'assignment'] });
});
