import fc from 'fast-check';
import { chineseCalendar } from '../../../../calendar/chinese';
import {
  clockOf,
  planDayAt,
  realTime,
  shiftedClock,
  toPlan,
  toReal,
} from '../../../../domain/plan-clock';
import { schedule } from '../../../../domain/scheduling';
import { lines, request } from './asking';
import { defaultPolicy, demoPolicy } from './default-policy';

const today = '2026-11-23T04:00:00.000Z';

describe('the plan’s clock', () => {
  test('is real time in life', () => {
    expect(clockOf(defaultPolicy, today)).toBe(realTime);
    expect(toPlan(realTime, today)).toBe(today);
    expect(toReal(realTime, today)).toBe(today);
  });

  test('runs a day in a second for a demonstration, from the moment it begins', () => {
    const clock = clockOf(demoPolicy, today);
    expect(toPlan(clock, today)).toBe(today);
    expect(toPlan(clock, '2026-11-23T04:00:01.000Z')).toBe('2026-11-24T04:00:00.000Z');
    expect(toReal(clock, '2026-11-30T04:00:00.000Z')).toBe('2026-11-23T04:00:07.000Z');
    expect(planDayAt(clock, '2026-11-23T04:00:00.500Z')).toBe('2026-11-24'); // 16:00 in UTC
  });

  test.each([0.7, 1.3, 13])(
    'is not late by an error of division: a day in %d seconds',
    (daySeconds) => {
      const clock = clockOf({ timeScale: { daySeconds } }, today);
      // a quarter of a day is 325 ms at 1.3 seconds a day, and 325.00000000000006 in floating point
      const late = [...Array(1000).keys()].filter((quarters) => {
        const plan = new Date(Date.parse(today) + quarters * 21_600_000).toISOString();
        const real = Date.parse(toReal(clock, plan)) - Date.parse(today);
        return real !== Math.ceil(quarters * (daySeconds * 250));
      });
      expect(late).toEqual([]);
    },
  );

  test('is moved as a whole for a replay', () => {
    const clock = shiftedClock(today, '2023-01-12T01:00:00.000Z');
    expect(toPlan(clock, '2026-11-24T04:00:00.000Z')).toBe('2023-01-13T01:00:00.000Z');
    expect(toReal(clock, '2023-01-13T01:00:00.000Z')).toBe('2026-11-24T04:00:00.000Z');
  });

  test('is never early, at whatever speed: at its real instant the plan shows the time or later', () => {
    const daySeconds = fc.double({ min: 0.05, max: 86_400, noNaN: true });
    const minutes = fc.integer({ min: 0, max: 5_000_000 });
    fc.assert(
      fc.property(daySeconds, minutes, (seconds, later) => {
        const clock = clockOf({ timeScale: { daySeconds: seconds } }, today);
        const plan = new Date(Date.parse(today) + later * 60_000).toISOString();
        const shown = Date.parse(toPlan(clock, toReal(clock, plan))) - Date.parse(plan);
        expect(shown).toBeGreaterThanOrEqual(0);
        expect(shown).toBeLessThanOrEqual(Math.ceil(clock.speed));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a schedule in another time', () => {
  const planSince = '2023-01-12T02:00:00.000Z';
  const plain = schedule(request('2023-01-31', { since: planSince }), chineseCalendar);

  /** Without the minutes, of which an odd speed has several in a real millisecond. */
  const days = (all: readonly string[]) => all.map((line) => line.replace(/ \d\d:\d\d/, ''));

  test.each([
    ['shifted to today', shiftedClock(today, planSince)],
    ['a day in a second', { realAt: today, planAt: planSince, speed: 86_400 }],
    ['a day in 0.7 seconds', { realAt: today, planAt: planSince, speed: 86_400 / 0.7 }],
  ])('has the same plan dates: %s', (_how, clock) => {
    const asked = request('2023-01-31', { since: today, clock });
    const other = schedule(asked, chineseCalendar);
    expect(days(lines(other.milestones, clock))).toEqual(days(lines(plain.milestones)));
    expect(other.milestones.map(({ why }) => why)).toEqual(plain.milestones.map(({ why }) => why));
    expect([other.dueOn, other.because]).toEqual([plain.dueOn, plain.because]);
  });

  test('answers real instants', () => {
    const clock = { realAt: today, planAt: '2023-01-30T16:00:00.000Z', speed: 86_400 };
    const answer = schedule(request('2023-01-31', { since: today, clock }), chineseCalendar);
    expect(answer.dueAt).toBe('2026-11-23T04:00:01.000Z');
    expect(answer.milestones.map(({ id, at }) => [id, at]).slice(0, 3)).toEqual([
      ['blue', today],
      ['before-0', '2026-11-23T04:00:00.375Z'],
      ['red', '2026-11-23T04:00:01.000Z'],
    ]);
  });
});
