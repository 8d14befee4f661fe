/** An instant of the real clock, to the minute, in China's time. */

/** `2026-11-28 09:05`. @param instant ISO 8601 UTC, or a Date */
export function minuteOf(instant: string | Date): string {
  const local = new Date(new Date(instant).getTime() + 8 * 3_600_000);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}
