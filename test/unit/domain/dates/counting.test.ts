import { chineseCalendar } from '../../../../calendar/chinese';
import {
  addWorkingDays,
  lastWorkdayOfMonth,
  nextWorkday,
  plainWeek,
  previousWorkday,
  workingDaysBefore,
} from '../../../../domain/calendar';

describe('counting working days', () => {
  test.each([
    ['in an ordinary week', '2026-11-23', 3, '2026-11-26'],
    ['over a weekend', '2026-11-26', 3, '2026-12-01'],
    ['from a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['over Mid-Autumn and National Day, 10-10 worked', '2026-09-21', 15, '2026-10-19'],
    ['to a make-up Saturday', '2026-02-13', 1, '2026-02-14'],
    ['over Spring Festival', '2026-02-13', 3, '2026-02-25'],
    ['none', '2026-11-28', 0, '2026-11-28'],
  ])('the first day is not counted: %s', (_how, from, count, end) => {
    expect(addWorkingDays(chineseCalendar, from, count)).toBe(end);
  });

  test.each([
    ['over Labour Day', '2026-05-06', 15, '2026-04-10'],
    ['over a weekend', '2026-11-30', 3, '2026-11-25'],
    ['through the make-up days of Spring Festival 2025', '2025-02-10', 5, '2025-01-27'],
    ['none', '2026-11-30', 0, '2026-11-30'],
  ])('back from an end, the end is not counted: %s', (_how, end, count, day) => {
    expect(workingDaysBefore(chineseCalendar, end, count)).toBe(day);
  });

  test('a day not worked gives way to the next one or the one before', () => {
    expect(nextWorkday(chineseCalendar, '2026-10-01')).toBe('2026-10-08');
    expect(previousWorkday(chineseCalendar, '2026-10-07')).toBe('2026-09-30');
    expect(nextWorkday(chineseCalendar, '2026-10-10')).toBe('2026-10-10');
    expect(previousWorkday(chineseCalendar, '2026-10-10')).toBe('2026-10-10');
  });

  test.each([
    ['2026-11', '2026-11-30'],
    ['2026-02', '2026-02-28'], // a Saturday, worked
    ['2026-05', '2026-05-29'],
    ['2025-08', '2025-08-29'],
    ['2023-09', '2023-09-28'], // National Day begins early
  ])('the last working day of %s is %s', (month, day) => {
    expect(lastWorkdayOfMonth(chineseCalendar, month)).toBe(day);
  });

  test('the plain week knows no holiday and no year', () => {
    expect(nextWorkday(plainWeek, '2026-10-01')).toBe('2026-10-01');
    expect(nextWorkday(plainWeek, '2026-10-10')).toBe('2026-10-12');
    expect(plainWeek.knows(2026)).toBe(false);
  });
});
