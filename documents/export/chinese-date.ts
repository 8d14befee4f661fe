// Plain days as documents print them, and the days between them. No clock, no zone.
import type { PlainDate } from '../../domain/words';

/** `2026-05-31` → `2026年5月31日`. */
export function chineseDate(day: PlainDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(year)}年${Number(month)}月${Number(date)}日`;
}

/** Calendar days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((midnight(to) - midnight(from)) / dayLength);
}

/** The day as an instant at midnight UTC: what spreadsheets store. */
export function asDate(day: PlainDate): Date {
  return new Date(midnight(day));
}

const dayLength = 24 * 60 * 60 * 1000;

function midnight(day: PlainDate): number {
  return Date.parse(`${day}T00:00:00Z`);
}
