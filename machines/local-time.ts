/** Instants as people read them: the plan's time in Asia/Shanghai. */
import { planDayOf, planTimeOf } from '../domain/plain-date';
import { toPlan, type PlanClock } from '../domain/plan-clock';
import type { Instant } from '../domain/words';

/** The last second before a date has passed, so that a calendar of any zone shows the day itself and not midnight of the next. */
export function lastSecond(dueAt: Instant): Instant {
  return new Date(Date.parse(dueAt) - 1000).toISOString();
}

/** `2026-11-30 09:00`, in the plan's time, Asia/Shanghai. */
export function localTime(clock: PlanClock, real: Instant): string {
  const plan = toPlan(clock, real);
  return `${planDayOf(plan)} ${planTimeOf(plan)}`;
}
