/**
 * The calendar of the People's Republic: holidays and make-up days as the State Council publishes them each autumn.
 * Takes the published data of chinese-days and not its functions, which read dates in the process's time zone and
 * answer for years that nobody has published.
 */
import published from 'chinese-days/dist/chinese-days.json';
import type { Calendar } from '../domain/calendar';
import { plainWeek } from '../domain/calendar';
import { yearOf } from '../domain/plain-date';

/** `YYYY-MM-DD` to `English name,中文名,days in lieu`. */
type Days = Readonly<Record<string, string>>;

const holidays: Days = published.holidays;
const makeUpDays: Days = published.workdays;

/** A year is known when its National Day is: the days around New Year may belong to the notice of the year after. */
const years = new Set(Object.keys(holidays).filter(isNationalDay).map(yearOf));

export const chineseCalendar: Calendar = {
  name: '国务院办公厅节假日安排',
  isWorkday: (date) => date in makeUpDays || (plainWeek.isWorkday(date) && !(date in holidays)),
  knows: (year) => years.has(year),
  holiday: (date) => chineseName(holidays[date] ?? makeUpDays[date]),
};

/** The years whose holidays are known, ascending. */
export function knownYears(): readonly number[] {
  return [...years].sort((a, b) => a - b);
}

function isNationalDay(date: string): boolean {
  return date.endsWith('-10-01');
}

function chineseName(entry: string | undefined): string | null {
  return entry?.split(',')[1] ?? null;
}
