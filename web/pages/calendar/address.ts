/** The address of a month, of a day of it, or of whose dates are shown. Pure. */
export interface CalendarAsked {
  readonly month: string;
  readonly mine: boolean;
  readonly round: string | null;
}

export function calendarPath(
  { month, mine, round }: CalendarAsked,
  changed: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams({
    month,
    whose: mine ? 'mine' : 'all',
    ...(round === null ? {} : { round }),
    ...changed,
  });
  return `/calendar?${search.toString()}`;
}
