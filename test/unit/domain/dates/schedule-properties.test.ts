/** What holds of every schedule, whatever the wait, the day, the beginning and the clock. */
import fc from 'fast-check';
import { chineseCalendar } from '../../../../calendar/chinese';
import { addDays, instantOf, planDayOf, planTimeOf } from '../../../../domain/plain-date';
import { toPlan, toReal, type PlanClock } from '../../../../domain/plan-clock';
import type { DueRule, ScheduleRequest } from '../../../../domain/schedule';
import { schedule } from '../../../../domain/scheduling';
import { lamps } from '../../../../domain/words';
import { lines, request, until, windows } from './asking';

const day = fc.integer({ min: 0, max: 1800 }).map((days) => addDays('2021-01-04', days));

const rule: fc.Arbitrary<DueRule> = fc.oneof(
  day.map((date): DueRule => ({ kind: 'named', date })),
  fc
    .tuple(day, fc.integer({ min: 1, max: 30 }))
    .map(([from, count]): DueRule => ({ kind: 'workingDays', from, count, what: '分办' })),
  fc
    .tuple(day, fc.integer({ min: 1, max: 12 }))
    .map(([from, count]): DueRule => ({ kind: 'months', from, count, what: '反馈' })),
);

const asked: fc.Arbitrary<ScheduleRequest> = fc
  .record({
    wait: fc.constantFrom('acceptance', 'plan', 'work', 'review', 'urge', 'period', 'publicity'),
    due: rule,
    sinceDay: day,
    sinceMinute: fc.integer({ min: 0, max: 1439 }),
    officeActs: fc.boolean(),
    reviewer: fc.constantFrom('departmentHead', 'responsibleLeader', 'office', 'principal'),
  } as const)
  .map(({ wait, due, sinceDay, sinceMinute, officeActs, reviewer }) => {
    const time = new Date(sinceMinute * 60_000).toISOString().slice(11, 16);
    return request('', { wait, due, since: instantOf(sinceDay, time), officeActs, reviewer });
  });

const holds = (name: string, property: (one: ScheduleRequest) => void): void =>
  test(name, () => {
    fc.assert(fc.property(asked, property), { numRuns: 100 });
  });

describe('of every schedule', () => {
  holds('milestones ascend in time and in number, and none lies before the wait', (one) => {
    const { milestones } = schedule(one, chineseCalendar);
    milestones.forEach(({ at, rung }, index) => {
      const before = milestones[index - 1];
      expect(at > (before?.at ?? '') && rung > (before?.rung ?? 0)).toBe(true);
      expect(at >= one.since).toBe(true);
    });
  });

  holds('ids are unique, and so are the roles of an audience', (one) => {
    const whole = windows(one, 4);
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
    for (const { audience } of whole) expect(new Set(audience).size).toBe(audience.length);
  });

  holds('people are told at 09:00 of a working day, a summary on any day', (one) => {
    for (const { at, id, audience } of schedule(one, chineseCalendar).milestones) {
      if (audience.length === 0) continue;
      expect(planTimeOf(at)).toBe('09:00');
      if (id !== 'summary') expect(chineseCalendar.isWorkday(planDayOf(at))).toBe(true);
    }
  });

  holds('the lamp turns red at 24:00 of the due day, or at once, and stays so', (one) => {
    const { milestones, dueAt } = schedule(one, chineseCalendar);
    if (one.wait === 'period' || one.wait === 'publicity') return;
    const red = milestones.filter(({ lamp }) => lamp === 'overdue').at(0);
    const expected = dueAt > one.since ? dueAt : one.since;
    if (milestones.length < 8) expect(red?.at).toBe(expected);
    const ranks = milestones.map(({ lamp }) => lamps.indexOf(lamp));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    for (const { at, lamp } of milestones) expect(lamp === 'overdue').toBe(at >= expected);
  });

  holds('after the date audiences accumulate', (one) => {
    const late = windows(one, 4).filter(({ lamp, id }) => lamp === 'overdue' && id !== 'red');
    late.forEach(({ audience, id }, index) => {
      const before = late[index - 1];
      if (before === undefined || before.id === 'summary') return;
      expect([id, ...audience]).toEqual(expect.arrayContaining([...before.audience]));
    });
  });

  holds('windows put together are the whole sequence', (one) => {
    const parts = windows(one, 4);
    const now = parts.at(-1)?.at ?? one.since;
    const whole = until(now, one).milestones.slice(0, parts.length);
    expect(parts).toEqual(whole);
  });

  holds('asking from the middle gives exactly what follows', (one) => {
    const all = windows(one, 2);
    all.forEach(({ at, rung }, index) => {
      const rest = schedule({ ...one, after: { at, rung } }, chineseCalendar).milestones;
      const expected = all.slice(index + 1, index + 9);
      expect(rest.slice(0, expected.length)).toEqual(expected);
    });
  });

  holds('never two messages on one morning', (one) => {
    const mornings = windows(one, 4)
      .filter(({ audience }) => audience.length > 0)
      .map(({ at }) => planDayOf(at));
    expect(new Set(mornings).size).toBe(mornings.length);
  });

  test('no clock changes its plan dates', () => {
    const seconds = fc.constantFrom(86_400, 3600, 60, 1);
    const clocks = fc.tuple(day, seconds).map(([from, daySeconds]): PlanClock => ({
      realAt: '2026-11-23T04:00:00.000Z',
      planAt: instantOf(from, '08:00'),
      speed: 86_400 / daySeconds,
    }));
    fc.assert(
      fc.property(asked, clocks, (one, clock) => {
        const since = toReal(clock, one.since);
        const planSince = toPlan(clock, since);
        const plain = schedule({ ...one, since: planSince, now: planSince }, chineseCalendar);
        const other = schedule({ ...one, since, now: since, clock }, chineseCalendar);
        expect(lines(other.milestones, clock)).toEqual(lines(plain.milestones));
        expect(other.because).toEqual(plain.because);
      }),
    );
  });
});
