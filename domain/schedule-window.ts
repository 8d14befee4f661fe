/** The part of an endless sequence that one answer gives, and the years it needed without knowing them. */
import type { Calendar } from './calendar';
import type { Morning, Step } from './mornings';
import { yearOf } from './plain-date';
import type { ScheduleRequest } from './schedule';
import type { Instant } from './words';

/** Milestones still to come in one answer; those already past come along with them. */
const windowLength = 8;

/**
 * By number, so that nothing goes out twice when a year's holidays become known and days move in between; by instant
 * too, because what would now have gone out with an earlier one has gone.
 */
export function* notYetAnswered(
  steps: Iterable<Step>,
  after: ScheduleRequest['after'],
): Generator<Step> {
  for (const step of steps) {
    if (after === null || (step.rung > after.rung && step.at > after.at)) yield step;
  }
}

export function take(
  all: Iterable<Morning>,
  now: Instant,
): { window: readonly Morning[]; more: boolean } {
  const window: Morning[] = [];
  let toCome = 0;
  for (const morning of all) {
    if (toCome === windowLength) return { window, more: true };
    window.push(morning);
    if (morning.milestone.at > now) toCome += 1;
  }
  return { window, more: false };
}

export function yearsUnknown(
  window: readonly Morning[],
  already: readonly number[],
  calendar: Calendar,
): readonly number[] {
  const years = window.flatMap(({ days }) => days).map(yearOf);
  const unknown = new Set([...already, ...years.filter((year) => !calendar.knows(year))]);
  return [...unknown].sort((a, b) => a - b);
}
