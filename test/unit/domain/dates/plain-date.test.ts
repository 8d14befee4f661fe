import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfDay,
  instantOf,
  isPlainDate,
  monthEnd,
  monthPlus,
  planDayOf,
  planTimeOf,
  weekday,
} from '../../../../domain/plain-date';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1970-01-01', days));

describe('a plain date', () => {
  test.each(['2026-11-23', '2024-02-29', '2000-02-29', '1970-01-01'])('%s is one', (date) => {
    expect(isPlainDate(date)).toBe(true);
  });

  test.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-11-23T00:00:00Z',
    ' 2026-11-23',
    '',
    '尽快',
  ])('%s is none', (date) => {
    expect(isPlainDate(date)).toBe(false);
  });
});

describe('adding', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (date, days, sum) => {
    expect(addDays(date, days)).toBe(sum);
  });

  test.each([
    ['2026-11-02', 6, '2027-05-02'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-10-15', 3, '2027-01-15'],
    ['2026-01-15', -2, '2025-11-15'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('%s and %i months is %s: the matching day or the month’s last', (date, months, sum) => {
    expect(addMonths(date, months)).toBe(sum);
  });

  test('days counts them back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});

test.each([
  ['2026-11-23', 1],
  ['2026-11-28', 6],
  ['2026-11-29', 7],
  ['1969-12-31', 3],
])('%s is weekday %i, Monday being 1', (date, day) => {
  expect(weekday(date)).toBe(day);
});

test.each([
  ['2026-11', '2026-11-30'],
  ['2026-12', '2026-12-31'],
  ['2024-02-10', '2024-02-29'],
])('the last day of %s is %s', (within, last) => {
  expect(monthEnd(within)).toBe(last);
});

test('months go on over the year’s end, both ways', () => {
  expect(monthPlus('2026-11', 2)).toBe('2027-01');
  expect(monthPlus('2026-01', -1)).toBe('2025-12');
});

describe('instants are those of Shanghai', () => {
  test('09:00 there is 01:00 in UTC', () => {
    expect(instantOf('2026-11-23', '09:00')).toBe('2026-11-23T01:00:00.000Z');
  });

  test('24:00 of a day is the first instant of the next one', () => {
    expect(endOfDay('2026-11-30')).toBe('2026-11-30T16:00:00.000Z');
    expect(planDayOf('2026-11-30T15:59:59.999Z')).toBe('2026-11-30');
    expect(planDayOf('2026-11-30T16:00:00.000Z')).toBe('2026-12-01');
  });

  test('day and time come back from the instant', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(anyDay, minute, (date, minutes) => {
        const time = new Date(minutes * 60_000).toISOString().slice(11, 16);
        const instant = instantOf(date, time);
        expect([planDayOf(instant), planTimeOf(instant)]).toEqual([date, time]);
      }),
    );
  });
});
