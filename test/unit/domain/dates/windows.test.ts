/** Asking for more: windows of an endless sequence. */
import { chineseCalendar } from '../../../../calendar/chinese';
import type { Calendar } from '../../../../domain/calendar';
import { schedule } from '../../../../domain/scheduling';
import type { Policy } from '../../../../domain/policy';
import { request, until, windows } from './asking';
import { defaultPolicy } from './default-policy';

test('a window has eight milestones to come and says that others follow', () => {
  const answer = schedule(request('2026-11-30'), chineseCalendar);
  expect(answer.milestones).toHaveLength(8);
  expect(answer.more).toBe(true);
});

test('what is past comes along, however much it is, so that it can be merged into one reminder', () => {
  const answer = until('2025-01-01T00:00:00.000Z', request('2022-11-30'));
  const past = answer.milestones.filter(({ at }) => at <= '2025-01-01T00:00:00.000Z');
  expect(past.length).toBeGreaterThan(30);
  expect(answer.milestones).toHaveLength(past.length + 8);
});

test('window after window goes on as the whole sequence does', () => {
  const asked = request('2022-11-30');
  const whole = until('2026-01-01T00:00:00.000Z', asked).milestones;
  expect(windows(asked, 5)).toEqual(whole.slice(0, 40));
});

test('what has gone by instant does not come again, even under a greater number', () => {
  const after = { at: '2026-12-03T01:00:00.000Z', rung: 0 }; // that of after-3
  const next = schedule(request('2026-11-30', { after }), chineseCalendar).milestones[0];
  expect(next?.id).toBe('after-7');
});

test('monthly reminders have no end', () => {
  // twelve windows of eight, less thirteen: five before, red, three after, four weekly
  expect(windows(request('2021-06-30'), 12).at(-1)?.id).toBe('monthly-83');
});

test('a policy without weekly and monthly reminders comes to an end', () => {
  const work = { ...defaultPolicy.ladders.work, weekly: null, monthly: null };
  const policy: Policy = { ...defaultPolicy, ladders: { ...defaultPolicy.ladders, work } };
  const asked = request('2026-11-30', { policy });
  const ids = windows(asked, 9).map(({ id }) => id);
  expect(ids.slice(-4)).toEqual(['red', 'after-1', 'after-3', 'after-7']);
  const spent = schedule(
    { ...asked, after: { at: '2027-01-01T00:00:00.000Z', rung: 99 } },
    chineseCalendar,
  );
  expect([spent.milestones, spent.more]).toEqual([[], false]);
});

describe('when the calendar comes to know a year between two windows', () => {
  const knowing = (lastYear: number): Calendar => ({
    ...chineseCalendar,
    knows: (year) => year <= lastYear,
    isWorkday: (date) =>
      Number(date.slice(0, 4)) <= lastYear
        ? chineseCalendar.isWorkday(date)
        : chineseCalendar.isWorkday(`2100${date.slice(4)}`) && plainWeekday(date),
  });
  const asked = request('2025-01-27', { since: '2025-01-02T00:00:00.000Z' });

  test('unfired milestones move and fired ones never come again', () => {
    const before = schedule(asked, knowing(2024));
    // Monday to Friday: 01-28 and 01-30, days of Spring Festival as it turns out
    const fired = before.milestones.find(({ id }) => id === 'after-1');
    expect(fired?.at).toBe('2025-01-28T01:00:00.000Z');
    const after = { at: fired?.at ?? '', rung: fired?.rung ?? 0 };
    const then = schedule({ ...asked, after }, knowing(2025));
    expect(then.milestones.slice(0, 2).map(({ id, at }) => [id, at])).toEqual([
      ['after-3', '2025-02-07T01:00:00.000Z'],
      ['weekly-1', '2025-02-12T01:00:00.000Z'],
    ]);
  });

  test('the reminders say that they are provisional until then', () => {
    const answer = schedule(asked, knowing(2024));
    expect(answer.provisional).toBe(false);
    expect(answer.unknownYears).toEqual([2025]);
    expect(answer.because).toContain('2025年节假日安排尚未公布，该年的提醒日期暂按周一至周五推算');
    expect(schedule(asked, knowing(2025)).unknownYears).toEqual([]);
  });
});

function plainWeekday(date: string): boolean {
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
