import { chineseCalendar, knownYears } from '../../../calendar/chinese';
import { addDays } from '../../../domain/plain-date';

const { isWorkday, knows, holiday } = chineseCalendar;

/** Both ends included. */
const days = (from: string, to: string): string[] =>
  from > to ? [] : [from, ...days(addDays(from, 1), to)];

describe('the Chinese calendar', () => {
  test.each([
    ['Spring Festival 2021', '2021-02-11', '2021-02-17'],
    ['Labour Day 2022, from a Saturday', '2022-04-30', '2022-05-04'],
    ['Spring Festival 2023, from a Saturday', '2023-01-21', '2023-01-27'],
    ['Mid-Autumn and National Day 2023', '2023-09-29', '2023-10-06'],
    ['Spring Festival 2024', '2024-02-10', '2024-02-17'],
    ['Qingming 2024', '2024-04-04', '2024-04-06'],
    ['Spring Festival 2025', '2025-01-28', '2025-02-04'],
    ['National Day and Mid-Autumn 2025', '2025-10-01', '2025-10-08'],
    ['New Year 2026', '2026-01-01', '2026-01-03'],
    ['Spring Festival 2026', '2026-02-15', '2026-02-23'],
    ['National Day 2026', '2026-10-01', '2026-10-07'],
  ])('is off throughout %s', (_name, from, to) => {
    expect(days(from, to).filter(isWorkday)).toEqual([]);
  });

  test.each([
    '2021-02-07',
    '2021-02-20',
    '2021-09-26',
    '2022-01-29',
    '2022-10-09',
    '2023-06-25',
    '2023-10-07',
    '2024-02-04',
    '2024-02-18',
    '2024-05-11',
    '2025-01-26',
    '2025-02-08',
    '2025-09-28',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])('counts the make-up day %s, a weekend day, as worked', (date) => {
    expect(isWorkday(date)).toBe(true);
    expect([0, 6]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
  });

  test.each([
    // days of the year, less Saturdays and Sundays, less statutory holidays (11; 13 since 2025)
    [2023, 365 - 105 - 11],
    [2024, 366 - 104 - 11],
    [2025, 365 - 104 - 13],
    [2026, 365 - 104 - 13],
  ])('has as many working days in %i as the law leaves', (year, count) => {
    expect(days(`${year}-01-01`, `${year}-12-31`).filter(isWorkday)).toHaveLength(count);
  });

  test('works the ordinary week around holidays', () => {
    expect(days('2026-11-16', '2026-11-22').filter(isWorkday)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ]);
  });

  test('names the holiday of a day off and of the day worked for it', () => {
    expect(holiday('2026-10-03')).toBe('国庆节');
    expect(holiday('2026-10-10')).toBe('国庆节');
    expect(holiday('2026-10-17')).toBeNull();
  });

  test('knows the years that are published and says of others that it does not', () => {
    expect([2020, 2021, 2022, 2023, 2024, 2025, 2026].every(knows)).toBe(true);
    expect(knows(2003)).toBe(false);
    expect(knows(2100)).toBe(false);
    expect(knownYears()).toEqual([...knownYears()].sort((a, b) => a - b));
  });

  test('works Monday to Friday in a year nobody has published, National Day too', () => {
    expect(days('2100-10-01', '2100-10-07').filter(isWorkday)).toEqual([
      '2100-10-01',
      '2100-10-04',
      '2100-10-05',
      '2100-10-06',
      '2100-10-07',
    ]);
  });
});
