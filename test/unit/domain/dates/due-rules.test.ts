/** The default policy's dates, worked out by hand. */
import { chineseCalendar } from '../../../../calendar/chinese';
import { dueOn } from '../../../../domain/due';
import { dueRules, firstProgressMonth } from '../../../../domain/due-rules';
import type { DueRule } from '../../../../domain/schedule';
import { defaultPolicy } from './default-policy';

const rules = dueRules(defaultPolicy);
const on = (rule: DueRule): string => dueOn(rule, chineseCalendar).dueOn;

describe('under the default policy', () => {
  test('acceptance is due 3 working days from assigning', () => {
    expect(on(rules.acceptance('2026-11-23'))).toBe('2026-11-26');
    expect(on(rules.acceptance('2026-09-29'))).toBe('2026-10-09'); // 09-30, 10-08, 10-09
  });

  test('the plan is due a month after feedback, moved off a holiday', () => {
    expect(on(rules.plan('2026-09-02'))).toBe('2026-10-08');
  });

  test('the concentrated period ends 6 months after feedback', () => {
    expect(on(rules.periodEnd('2025-11-02'))).toBe('2026-05-06');
  });

  test('immediate problems are due 15 working days from handing over', () => {
    expect(on(rules.immediate('2026-09-21'))).toBe('2026-10-19');
  });

  test('time-limited problems are due 15 working days before the period ends', () => {
    expect(on(rules.timeLimited('2025-11-02'))).toBe('2026-04-10');
  });

  test('the phase result of a long-term problem is due the same day', () => {
    expect(rules.longTerm('2025-11-02')).toEqual(rules.timeLimited('2025-11-02'));
  });

  test('a review step is due after 3 working days', () => {
    expect(on(rules.review('2026-02-12'))).toBe('2026-02-24'); // 02-13, 02-14 worked, 02-24
  });

  test('a return gives the later of the old date and 5 working days', () => {
    expect(on(rules.returned('2026-11-30', '2026-11-25'))).toBe('2026-12-02');
    expect(on(rules.returned('2026-12-31', '2026-11-25'))).toBe('2026-12-31');
    expect(on(rules.returned(rules.timeLimited('2025-11-02'), '2026-04-09'))).toBe('2026-04-16');
  });

  test('resuming gives the later of the old date and 5 working days', () => {
    expect(on(rules.resumed('2026-11-30', '2026-11-25'))).toBe('2026-12-02');
    expect(on(rules.resumed('2026-12-31', '2026-11-25'))).toBe('2026-12-31');
  });

  test('upkeep cycles count from the phase result’s due day, each by itself', () => {
    // the first moves from Sunday 03-01 to Monday 03-02; the second is not pushed on by it
    expect(on(rules.upkeepCycle('2025-09-01', 1))).toBe('2026-03-02');
    expect(on(rules.upkeepCycle('2025-09-01', 2))).toBe('2026-09-01');
    expect(on(rules.upkeepCycle('2025-08-31', 3, 1))).toBe('2025-12-01'); // 11-30 is a Sunday
    expect(on(rules.upkeepCycle('2025-08-31', 4, 1))).toBe('2025-12-31');
  });

  test('upkeep ends one year from the phase date', () => {
    expect(on(rules.upkeepEnd('2025-09-01'))).toBe('2026-09-01');
  });

  test('a look-back may begin 6 months after the period’s end and is due a month later', () => {
    // 2025-04-03 + 6 months is 10-03, moved to 10-09; + 6 months 04-09; + 1 month 05-09, worked
    expect(on(rules.lookBackOpens('2025-04-03'))).toBe('2026-04-09');
    expect(on(rules.lookBackDue('2025-04-03'))).toBe('2026-05-09');
  });

  test('a progress report is due on the month’s last working day', () => {
    expect(on(rules.progress('2026-02'))).toBe('2026-02-28');
  });

  test('the first progress report is for the month after assigning', () => {
    expect(firstProgressMonth('2026-11-23')).toBe('2026-12');
    expect(firstProgressMonth('2026-12-01')).toBe('2027-01');
  });

  test('the report is due a month after the period’s end', () => {
    expect(on(rules.report('2026-04-03'))).toBe('2026-11-09');
  });

  test('publicity lasts 15 working days, the first day not counted', () => {
    expect(on(rules.publicity('2026-09-21'))).toBe('2026-10-19');
  });

  test('dates that persons set are named', () => {
    expect(on(rules.extension('2026-10-01'))).toBe('2026-10-01');
    expect(on(rules.carryOver('2026-10-01'))).toBe('2026-10-01');
    expect(on(rules.urge('2026-10-01'))).toBe('2026-10-01');
    expect(on(rules.named('2026-12-31', '年内'))).toBe('2026-12-31');
  });

  test('a due date only ever moves later once a year’s holidays are known', () => {
    expect(on(rules.neverEarlier('2026-10-12', rules.immediate('2026-09-15')))).toBe('2026-10-12');
    expect(on(rules.neverEarlier('2026-10-12', rules.immediate('2026-09-21')))).toBe('2026-10-19');
  });
});

describe('under other policies', () => {
  test.each([
    [2, '2026-04-08', '2026-03-31'], // Qingming 04-04 to 04-06; back 04-07, 03, 02, 01, 03-31
    [3, '2026-05-08', '2026-04-21'],
    [6, '2026-08-10', '2026-07-20'],
  ] as const)(
    'a period of %i months keeps its own room for review',
    (concentratedMonths, end, due) => {
      const other = dueRules({ ...defaultPolicy, concentratedMonths });
      expect(on(other.periodEnd('2026-02-08'))).toBe(end);
      expect(on(other.timeLimited('2026-02-08'))).toBe(due);
    },
  );

  test('publicity may last 30 calendar days, the first one counted', () => {
    const publicity = { days: 30, count: 'calendar', inclusive: true } as const;
    expect(on(dueRules({ ...defaultPolicy, publicity }).publicity('2026-11-02'))).toBe(
      '2026-12-01',
    );
  });
});
