/** Stretches of days off and of make-up days within a span, so that a date can say what it skipped. */
import type { Calendar } from './calendar';
import { addDays, weekday } from './plain-date';
import type { PlainDate } from './words';

/** Consecutive days with one reason, both ends included. */
export interface Stretch {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The holiday's name; null: a weekend. */
  readonly holiday: string | null;
}

/** The days not worked from one day to another, both included. */
export function daysOff(calendar: Calendar, from: PlainDate, to: PlainDate): readonly Stretch[] {
  return stretches(calendar, from, to, (date) => !calendar.isWorkday(date));
}

/** The weekend days worked from one day to another, both included (调休). */
export function makeUpDays(calendar: Calendar, from: PlainDate, to: PlainDate): readonly Stretch[] {
  return stretches(calendar, from, to, (date) => weekday(date) > 5 && calendar.isWorkday(date));
}

function stretches(
  calendar: Calendar,
  from: PlainDate,
  to: PlainDate,
  wanted: (date: PlainDate) => boolean,
): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (!wanted(date)) continue;
    const holiday = calendar.holiday(date);
    const last = found.at(-1);
    const goesOn = last !== undefined && last.holiday === holiday && addDays(last.to, 1) === date;
    if (goesOn) found[found.length - 1] = { ...last, to: date };
    else found.push({ from: date, to: date, holiday });
  }
  return found;
}
