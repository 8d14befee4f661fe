/**
 * Days and instants of the plan's calendar. A day is `YYYY-MM-DD` in Asia/Shanghai, which is +08:00 all year.
 * Knows no holidays and never asks the process for its time zone.
 */
import type { Instant, PlainDate } from './words';

/** A month of the plan's calendar, `YYYY-MM`. */
export type Month = string;

const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;

/** True for a day that exists, written `YYYY-MM-DD`; 2026-02-30 does not. */
export function isPlainDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && dayOfNumber(numberOfDay(value)) === value;
}

/** The day `days` later; earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dayOfNumber(numberOfDay(date) + days);
}

/** The matching day `months` later or, where that month has none, its last day (民法典 202). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const month = monthPlus(monthOf(date), months);
  const matching = `${month}-${date.slice(8)}`;
  return isPlainDate(matching) ? matching : monthEnd(month);
}

/** Calendar days from one day to another; negative when `to` is the earlier one. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: PlainDate): number {
  return ((((numberOfDay(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: PlainDate): Month {
  return date.slice(0, 7);
}

/** The month `count` months later; earlier when negative. */
export function monthPlus(month: Month, count: number): Month {
  const months = yearOf(month) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month; takes the month or any day of it. */
export function monthEnd(within: Month): PlainDate {
  return addDays(`${monthPlus(monthOf(within), 1)}-01`, -1);
}

/** The instant at which the clocks of Shanghai show `time` (`HH:MM`, up to 24:00) on that day. */
export function instantOf(date: PlainDate, time: string): Instant {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return new Date(numberOfDay(date) * DAY + minutes * 60_000 - SHANGHAI).toISOString();
}

/** 24:00 of a day: the first instant that is no longer that day (民法典 203). */
export function endOfDay(date: PlainDate): Instant {
  return instantOf(date, '24:00');
}

/** The day it is in Shanghai at an instant of the plan's time. */
export function planDayOf(instant: Instant): PlainDate {
  return dayOfNumber(Math.floor((Date.parse(instant) + SHANGHAI) / DAY));
}

/** The time it is in Shanghai at an instant of the plan's time, `HH:MM`. */
export function planTimeOf(instant: Instant): string {
  return new Date(Date.parse(instant) + SHANGHAI).toISOString().slice(11, 16);
}

function numberOfDay(date: PlainDate): number {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) /
    DAY
  );
}

function dayOfNumber(number: number): PlainDate {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
