/** A month as weeks of days, Monday first. Pure. */
import {
  addDays,
  isPlainDate,
  monthEnd,
  monthOf,
  weekday,
  type Month,
} from '../../../domain/plain-date';
import type { PlainDate } from '../../../domain/words';

/** Null for what is no month. */
export function monthIn(text: string | undefined): Month | null {
  return text !== undefined && isPlainDate(`${text}-01`) ? text : null;
}

export function dayIn(text: string | undefined): PlainDate | null {
  return text !== undefined && isPlainDate(text) ? text : null;
}

/** Whole weeks: the first and the last have days of other months. */
export function weeksOf(month: Month): readonly (readonly PlainDate[])[] {
  const first = `${month}-01`;
  const start = addDays(first, 1 - weekday(first));
  const weeks: PlainDate[][] = [];
  for (let day = start; monthOf(day) <= month; day = addDays(day, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((more) => addDays(day, more)));
  return weeks;
}

export function endsOf(month: Month): { readonly from: PlainDate; readonly to: PlainDate } {
  const weeks = weeksOf(month);
  return { from: weeks[0]?.[0] ?? `${month}-01`, to: weeks.at(-1)?.at(-1) ?? monthEnd(month) };
}

export function byDay<Dated extends { readonly on: PlainDate }>(
  dates: readonly Dated[],
): ReadonlyMap<PlainDate, readonly Dated[]> {
  const days = new Map<PlainDate, Dated[]>();
  for (const date of dates) days.set(date.on, [...(days.get(date.on) ?? []), date]);
  return days;
}
