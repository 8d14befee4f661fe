/** A calendar that remembers which years it was asked for without knowing them: the years that make a date provisional. */
import type { Calendar } from './calendar';
import { yearOf } from './plain-date';

export interface WatchedCalendar extends Calendar {
  /** Ascending. */
  unknownYears(): readonly number[];
}

export function watched(calendar: Calendar): WatchedCalendar {
  const unknown = new Set<number>();
  return {
    name: calendar.name,
    isWorkday: (date) => {
      const year = yearOf(date);
      if (!calendar.knows(year)) unknown.add(year);
      return calendar.isWorkday(date);
    },
    knows: (year) => calendar.knows(year),
    holiday: (date) => calendar.holiday(date),
    unknownYears: () => [...unknown].sort((a, b) => a - b),
  };
}
