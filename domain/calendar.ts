/**
 * Which days are worked, as a port, and the ways of counting them.
 * The rules know this interface only; where the days come from is the adapter's business.
 */
import { addDays, monthEnd, weekday } from './plain-date';
import type { Month } from './plain-date';
import type { PlainDate } from './words';

export interface Calendar {
  readonly name: string;
  /** Weekdays less holidays, plus make-up days (调休). Monday to Friday in years the calendar does not know. */
  isWorkday(date: PlainDate): boolean;
  /** Whether the holidays of that year are published and known. */
  knows(year: number): boolean;
  /** The holiday for which a day is off or a weekend day is worked, e.g. `国庆节`; null on ordinary days. */
  holiday(date: PlainDate): string | null;
}

/** Monday to Friday, no holidays; knows no year, so every date it gives is provisional. */
export const plainWeek: Calendar = {
  name: '周一至周五',
  isWorkday: (date) => weekday(date) <= 5,
  knows: () => false,
  holiday: () => null,
};

/** The day itself if it is worked, else the first worked day after it (民法典 203). */
export function nextWorkday(calendar: Calendar, date: PlainDate): PlainDate {
  return calendar.isWorkday(date) ? date : nextWorkday(calendar, addDays(date, 1));
}

/** The day itself if it is worked, else the last worked day before it. */
export function previousWorkday(calendar: Calendar, date: PlainDate): PlainDate {
  return calendar.isWorkday(date) ? date : previousWorkday(calendar, addDays(date, -1));
}

/** `count` working days later; the first day is not counted (民法典 201). Zero days later is the day itself. */
export function addWorkingDays(calendar: Calendar, from: PlainDate, count: number): PlainDate {
  let date = from;
  for (let counted = 0; counted < count; counted++) date = nextWorkday(calendar, addDays(date, 1));
  return date;
}

/** `count` working days before an end; the end is not counted. Zero days before is the end itself. */
export function workingDaysBefore(calendar: Calendar, end: PlainDate, count: number): PlainDate {
  let date = end;
  for (let counted = 0; counted < count; counted++)
    date = previousWorkday(calendar, addDays(date, -1));
  return date;
}

export function lastWorkdayOfMonth(calendar: Calendar, month: Month): PlainDate {
  return previousWorkday(calendar, monthEnd(month));
}
