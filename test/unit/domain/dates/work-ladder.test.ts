/** The ladder of work, complete, for due days worked out by hand. */
import { chineseCalendar } from '../../../../calendar/chinese';
import { schedule } from '../../../../domain/scheduling';
import { lines, request, until } from './asking';

const three = 'handler departmentHead responsibleLeader';
const four = 'handler departmentHead responsibleLeader principal';

test('the whole ladder around 2026-09-30, through Mid-Autumn and National Day', () => {
  const answer = until('2026-12-31T00:00:00.000Z', request('2026-09-30'));
  expect(lines(answer.milestones).slice(0, 15)).toEqual([
    '2026-08-31 09:00 normal before-30: handler',
    '2026-09-23 09:00 approaching before-7: handler departmentHead',
    // three days before is 09-27, in the Mid-Autumn holiday of 09-25 to 09-27
    `2026-09-24 09:00 approaching before-3: ${three}`,
    `2026-09-29 09:00 approaching before-1: ${three}`,
    `2026-09-30 09:00 approaching before-0: ${three}`,
    '2026-10-01 00:00 overdue red',
    // National Day 10-01 to 10-07; 10-10 is a Saturday, worked
    '2026-10-08 09:00 overdue after-1: handler departmentHead',
    `2026-10-10 09:00 overdue after-3: ${three}`,
    // seven working days: 08, 09, 10, 12, 13, 14, 15; the first weekly one, 10-14, goes out with it
    `2026-10-15 09:00 overdue weekly-1: ${four}`,
    `2026-10-21 09:00 overdue weekly-2: ${four}`,
    `2026-10-28 09:00 overdue weekly-3: ${four}`,
    `2026-11-04 09:00 overdue weekly-4: ${four}`,
    `2026-12-04 09:00 overdue monthly-1: ${four}`,
    // Monday to Friday from here on, for 2027 is not known
    `2027-01-04 09:00 overdue monthly-2: ${four}`,
    `2027-02-04 09:00 overdue monthly-3: ${four}`,
  ]);
});

test('the whole ladder around a named Sunday in a holiday, 2025-06-01', () => {
  const answer = until('2026-01-01T00:00:00.000Z', request('2025-06-01'));
  expect(lines(answer.milestones).slice(0, 16)).toEqual([
    // 05-02 is in Labour Day
    '2025-04-30 09:00 normal before-30: handler',
    // 05-25 is a Sunday
    '2025-05-23 09:00 approaching before-7: handler departmentHead',
    `2025-05-29 09:00 approaching before-3: ${three}`,
    // 05-31 and 06-01 are in the Dragon Boat holiday: both come earlier, on one morning
    `2025-05-30 09:00 approaching before-0: ${three}`,
    '2025-06-02 00:00 overdue red',
    '2025-06-03 09:00 overdue after-1: handler departmentHead',
    `2025-06-05 09:00 overdue after-3: ${three}`,
    `2025-06-11 09:00 overdue after-7: ${four}`,
    // 06-15, 06-22, 06-29 and 07-06 are Sundays
    `2025-06-16 09:00 overdue weekly-1: ${four}`,
    `2025-06-23 09:00 overdue weekly-2: ${four}`,
    `2025-06-30 09:00 overdue weekly-3: ${four}`,
    `2025-07-07 09:00 overdue weekly-4: ${four}`,
    // the matching day of 07-06: 08-06, 09-06 (Saturday), 10-06 (National Day), 11-06
    `2025-08-06 09:00 overdue monthly-1: ${four}`,
    `2025-09-08 09:00 overdue monthly-2: ${four}`,
    `2025-10-09 09:00 overdue monthly-3: ${four}`,
    `2025-11-06 09:00 overdue monthly-4: ${four}`,
  ]);
});

test('the ladder after 2026-02-13, the last Friday before Spring Festival', () => {
  const answer = until('2026-03-31T00:00:00.000Z', request('2026-02-13'));
  expect(lines(answer.milestones).slice(5, 10)).toEqual([
    '2026-02-14 00:00 overdue red',
    '2026-02-14 09:00 overdue after-1: handler departmentHead', // a Saturday, worked
    `2026-02-25 09:00 overdue after-3: ${three}`, // 14, 24, 25
    `2026-03-02 09:00 overdue weekly-1: ${four}`, // 26, 27, 28 worked, 03-02; 02-27 goes with it
    `2026-03-06 09:00 overdue weekly-2: ${four}`,
  ]);
});

describe('what falls on one morning is one milestone', () => {
  const answer = until('2026-12-31T00:00:00.000Z', request('2026-09-30'));
  const shared = answer.milestones.find(({ id }) => id === 'weekly-1');

  test('under the id of the later rung, with all its audiences, and says so', () => {
    expect(answer.milestones.map(({ id }) => id)).not.toContain('after-7');
    expect(shared).toMatchObject({
      why: '已逾期15天，每周第1次督促（整改时限2026-09-30）；与逾期7个工作日、每周第1次的提醒合为一次',
    });
  });
});

test('reminders say how many days are left, counted from the day they go out', () => {
  const answer = until('2026-12-31T00:00:00.000Z', request('2026-09-30'));
  expect(answer.milestones.slice(0, 8).map(({ why }) => why)).toEqual([
    '距整改时限还有30天（2026-09-30）',
    '距整改时限还有7天（2026-09-30）',
    '距整改时限还有6天（2026-09-30）',
    '距整改时限还有1天（2026-09-30）',
    '整改时限今日截止（2026-09-30）',
    '整改时限已过（2026-09-30）',
    '已逾期1个工作日（整改时限2026-09-30）',
    '已逾期3个工作日（整改时限2026-09-30）',
  ]);
});

test('the date is that of the wait', () => {
  const whys = (['plan', 'upkeep', 'lookBack', 'carryOver', 'progress', 'urge'] as const).map(
    (wait) => schedule(request('2026-11-30', { wait }), chineseCalendar).milestones[1]?.why,
  );
  expect(whys).toEqual([
    '距整改方案时限还有7天（2026-11-30）',
    '距巩固报告时限还有7天（2026-11-30）',
    '距回头看时限还有7天（2026-11-30）',
    '距持续整改时限还有7天（2026-11-30）',
    '距进展报告时限还有7天（2026-11-30）',
    '距督办时限还有7天（2026-11-30）',
  ]);
});

test('where the office acts it stands for handler and department head', () => {
  const answer = schedule(
    request('2026-11-30', { wait: 'plan', officeActs: true }),
    chineseCalendar,
  );
  expect(lines(answer.milestones)).toEqual([
    '2026-10-30 09:00 normal before-30: office', // 10-31 is a Saturday
    '2026-11-23 09:00 approaching before-7: office',
    // 11-29 is a Sunday: one day before and three days before are one Friday
    '2026-11-27 09:00 approaching before-1: office responsibleLeader',
    '2026-11-30 09:00 approaching before-0: office responsibleLeader',
    '2026-12-01 00:00 overdue red',
    '2026-12-01 09:00 overdue after-1: office',
    '2026-12-03 09:00 overdue after-3: office responsibleLeader',
    '2026-12-09 09:00 overdue after-7: office responsibleLeader principal',
  ]);
});

describe('the answer', () => {
  const answer = schedule(request('2026-11-30'), chineseCalendar);

  test('has the due day and the instant at which it is over', () => {
    expect([answer.dueOn, answer.dueAt]).toEqual(['2026-11-30', '2026-11-30T16:00:00.000Z']);
  });

  test('derives the date down to the policy’s version', () => {
    expect(answer.because).toEqual([
      '指定日期2026-11-30，遇非工作日不顺延',
      '整改时限为2026-11-30，当日24:00（北京时间）截止',
      '依据整改规则“默认规则”（版本1）',
    ]);
  });

  test('is the same when asked again', () => {
    expect(schedule(request('2026-11-30'), chineseCalendar)).toEqual(answer);
  });
});

test.each([
  ['period', '集中整改期届满（2026-11-30）'],
  ['publicity', '公开期届满（2026-11-30）'],
] as const)('nobody is reminded of the end of %s, which is one silent milestone', (wait, why) => {
  const answer = schedule(request('2026-11-30', { wait }), chineseCalendar);
  expect(answer.milestones).toEqual([
    { rung: 2, id: 'end', at: '2026-11-30T16:00:00.000Z', lamp: 'normal', audience: [], why },
  ]);
  expect(answer.more).toBe(false);
});

test('an end already past when the wait begins comes at once', () => {
  const since = '2026-12-15T02:00:00.000Z';
  const answer = schedule(request('2026-11-30', { wait: 'period', since }), chineseCalendar);
  expect(answer.milestones.map(({ at }) => at)).toEqual([since]);
});
