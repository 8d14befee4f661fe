/** "Dates, exactly", as far as it speaks of due days. Every expected date is worked out by hand from the calendar. */
import { chineseCalendar } from '../../../../calendar/chinese';
import { plainWeek } from '../../../../domain/calendar';
import { dueOn, isOnTime } from '../../../../domain/due';
import type { DueRule } from '../../../../domain/schedule';

const on = (rule: DueRule): string => dueOn(rule, chineseCalendar).dueOn;
const because = (rule: DueRule): readonly string[] => dueOn(rule, chineseCalendar).because;

const months = (from: string, count: number): DueRule => ({
  kind: 'months',
  from,
  count,
  what: '反馈',
});
const workingDays = (from: string, count: number): DueRule => ({
  kind: 'workingDays',
  from,
  count,
  what: '分办',
});
const named = (date: string, words: string | null = null): DueRule => ({
  kind: 'named',
  date,
  words,
});

describe('a computed end that falls on a day not worked moves to the next working day', () => {
  test.each([
    ['a Saturday', months('2026-05-15', 3), '2026-08-17'],
    ['National Day', months('2026-04-03', 6), '2026-10-08'],
    ['Labour Day, feedback on a Sunday', months('2025-11-02', 6), '2026-05-06'],
    ['Spring Festival', months('2025-08-18', 6), '2026-02-24'],
    [
      'publicity in calendar days',
      { kind: 'calendarDays', from: '2026-09-08', count: 30, inclusive: true, what: '公开' },
      '2026-10-08', // the 30th day is 10-07
    ],
  ] as const)('%s', (_which, rule, day) => {
    expect(on(rule)).toBe(day);
  });

  test('unless it is a make-up day, which counts as worked', () => {
    expect(on(months('2026-04-10', 6))).toBe('2026-10-10'); // a Saturday, worked
    expect(on(months('2025-08-14', 6))).toBe('2026-02-14'); // a Saturday, worked
  });

  test('and what is counted from a moved end counts from where it moved', () => {
    const period = months('2026-04-03', 6); // 10-03, moved to 10-08
    const next = { kind: 'months', count: 1, what: '集中整改期满' } as const;
    expect(on({ kind: 'then', first: period, next })).toBe('2026-11-09'); // 11-08 is a Sunday
    const days = { kind: 'workingDays', count: 2, what: '集中整改期满' } as const;
    expect(on({ kind: 'then', first: period, next: days })).toBe('2026-10-10'); // 10-09, 10-10
  });
});

describe('a named day never moves', () => {
  test.each(['2026-10-01', '2026-11-29', '2026-12-31'])('%s stays', (date) => {
    expect(on(named(date, '年内'))).toBe(date);
  });

  test('but what is counted from it may', () => {
    const next = { kind: 'months', count: 1, what: '到期' } as const;
    expect(on({ kind: 'then', first: named('2026-09-01'), next })).toBe('2026-10-08');
  });
});

describe('counting', () => {
  test('n working days leaves out the first day, worked or not', () => {
    expect(on(workingDays('2026-11-23', 3))).toBe('2026-11-26');
    expect(on(workingDays('2026-11-28', 3))).toBe('2026-12-02');
  });

  test('n working days counts the first day where the rule says so and the day is worked', () => {
    const inclusive = { ...workingDays('2026-11-23', 3), inclusive: true } as DueRule;
    const fromSunday = { ...workingDays('2026-11-29', 3), inclusive: true } as DueRule;
    expect(on(inclusive)).toBe('2026-11-25');
    expect(on(fromSunday)).toBe('2026-12-02');
  });

  test('calendar days leaves out the first day or counts it', () => {
    const rule = { kind: 'calendarDays', from: '2026-11-02', count: 30, what: '公开' } as const;
    expect(on({ ...rule, inclusive: false })).toBe('2026-12-02');
    expect(on({ ...rule, inclusive: true })).toBe('2026-12-01');
  });

  test('back from an end leaves out the end, which counts from where it moved', () => {
    const end = months('2025-11-02', 6); // 2026-05-06
    expect(on({ kind: 'workingDaysBefore', end, count: 15, what: '审核' })).toBe('2026-04-10');
    expect(on({ kind: 'workingDaysBefore', end, count: 1, what: '审核' })).toBe('2026-04-30');
    expect(on({ kind: 'workingDaysBefore', end, count: 0, what: '审核' })).toBe('2026-05-06');
  });

  test('months ends on the matching day or the month’s last', () => {
    expect(on(months('2025-11-24', 3))).toBe('2026-02-24');
    expect(on(months('2025-08-31', 3))).toBe('2025-12-01'); // 11-30 is a Sunday
    expect(on(months('2025-03-31', 1))).toBe('2025-04-30');
  });

  test('a month’s last working day', () => {
    const of = (month: string): DueRule => ({ kind: 'monthLastWorkingDay', month, what: '月报' });
    expect(on(of('2026-02'))).toBe('2026-02-28');
    expect(on(of('2026-05'))).toBe('2026-05-29');
  });

  test('the later of several dates', () => {
    const of = [named('2026-11-26'), workingDays('2026-11-23', 5)];
    expect(on({ kind: 'later', of, what: '退回后的时限' })).toBe('2026-11-30');
    const old = [named('2026-12-31'), workingDays('2026-11-23', 5)];
    expect(on({ kind: 'later', of: old, what: '退回后的时限' })).toBe('2026-12-31');
  });
});

describe('a date explains itself', () => {
  test('from which event it counts, that the first day is not counted, where it moved and why', () => {
    expect(because(months('2026-04-03', 6))).toEqual([
      '自2026-04-03反馈之日起6个月（首日不计），至2026-10-03，因2026-10-03至2026-10-07为国庆节假期，顺延至2026-10-08',
    ]);
    expect(because(months('2026-05-15', 3))).toEqual([
      '自2026-05-15反馈之日起3个月（首日不计），至2026-08-15，因2026-08-15至2026-08-16为周末，顺延至2026-08-17',
    ]);
  });

  test('that a month has no matching day', () => {
    expect(because(months('2025-03-31', 1))).toEqual([
      '自2025-03-31反馈之日起1个月（首日不计，无对应日取月末），至2025-04-30',
    ]);
  });

  test('which holidays were skipped and which weekend days were worked', () => {
    expect(because(workingDays('2026-09-21', 15))).toEqual([
      '自2026-09-21分办之日起15个工作日（首日不计），至2026-10-19',
      '其间2026-09-25至2026-09-27为中秋假期，2026-10-01至2026-10-07为国庆节假期，2026-10-10为调休上班日，计入',
    ]);
  });

  test('one by one where several weekend days were worked for one holiday', () => {
    expect(because(workingDays('2026-02-10', 10))).toEqual([
      '自2026-02-10分办之日起10个工作日（首日不计），至2026-03-02',
      '其间2026-02-15至2026-02-23为春节假期，2026-02-14、2026-02-28为调休上班日，计入',
    ]);
  });

  test('step by step where it has several', () => {
    const end = months('2025-11-02', 6);
    expect(because({ kind: 'workingDaysBefore', end, count: 15, what: '审核' })).toEqual([
      '自2025-11-02反馈之日起6个月（首日不计），至2026-05-02，因2026-05-02至2026-05-05为劳动节假期，顺延至2026-05-06',
      '预留15个工作日用于审核：自2026-05-06往前数（当日不计），至2026-04-10',
      '其间2026-05-01至2026-05-05为劳动节假期',
    ]);
    const of = [named('2026-11-26', '原时限'), workingDays('2026-11-23', 5)];
    expect(because({ kind: 'later', of, what: '退回后的时限' })).toEqual([
      '指定日期2026-11-26（原时限），遇非工作日不顺延',
      '自2026-11-23分办之日起5个工作日（首日不计），至2026-11-30',
      '退回后的时限：以上取较晚者，即2026-11-30',
    ]);
  });

  test('with the words it was given in', () => {
    expect(because(named('2026-06-30', '6月底'))).toEqual([
      '指定日期2026-06-30（6月底），遇非工作日不顺延',
    ]);
  });

  test('in other rules too', () => {
    expect(because({ kind: 'monthLastWorkingDay', month: '2026-05', what: '进展报告' })).toEqual([
      '进展报告：2026年5月最后一个工作日，即2026-05-29',
    ]);
    const window = { kind: 'calendarDays', from: '2026-11-02', count: 30, what: '公开' } as const;
    expect(because({ ...window, inclusive: true })).toEqual([
      '自2026-11-02公开之日起30日（首日计入），至2026-12-01',
    ]);
  });
});

describe('a year whose holidays the calendar does not know', () => {
  const rule = months('2099-04-02', 6);

  test('is counted Monday to Friday and says that the date is provisional', () => {
    expect(dueOn(rule, chineseCalendar)).toEqual({
      dueOn: '2099-10-02',
      because: [
        '自2099-04-02反馈之日起6个月（首日不计），至2099-10-02',
        '2099年节假日安排尚未公布，暂按周一至周五推算',
      ],
      provisional: true,
      unknownYears: [2099],
    });
  });

  test('does not matter to a named day', () => {
    expect(dueOn(named('2099-10-02'), chineseCalendar).provisional).toBe(false);
  });

  test('matters where only the counting passes through it', () => {
    const known2026 = {
      ...chineseCalendar,
      knows: (year: number) => year <= 2026 && chineseCalendar.knows(year),
    };
    expect(dueOn(workingDays('2026-12-30', 3), known2026).unknownYears).toEqual([2027]);
    expect(dueOn(workingDays('2026-12-30', 3), plainWeek).unknownYears).toEqual([2026, 2027]);
    expect(dueOn(workingDays('2026-12-28', 3), known2026).provisional).toBe(false);
  });
});

test('on time is what was submitted before 24:00 of the due day', () => {
  const dueAt = '2026-11-30T16:00:00.000Z';
  expect(isOnTime('2026-11-30T15:59:59.999Z', dueAt)).toBe(true);
  expect(isOnTime('2026-11-30T16:00:00.000Z', dueAt)).toBe(false);
});

test.each(['2026-02-30', '尽快', ''])('a date that does not exist (%s) is an error', (date) => {
  expect(() => dueOn(named(date), chineseCalendar)).toThrow(RangeError);
  expect(() => dueOn(months(date, 1), chineseCalendar)).toThrow(RangeError);
});
