/** The plan's own time. In life it is real time; a demonstration runs it faster, a replay of an old case runs it shifted. */
import { planDayOf } from './plain-date';
import type { Policy } from './policy';
import type { Instant, PlainDate } from './words';

/** `plan = planAt + (real - realAt) * speed`; `null` fields never occur: the identity is speed 1 with equal anchors. */
export interface PlanClock {
  readonly realAt: Instant;
  readonly planAt: Instant;
  readonly speed: number;
}

/** The clock of ordinary life: the plan's time is real time. */
export const realTime: PlanClock = {
  realAt: '1970-01-01T00:00:00.000Z',
  planAt: '1970-01-01T00:00:00.000Z',
  speed: 1,
};

/** A clock that shows `planAt` at the real instant `realAt` and runs at life's speed. */
export function shiftedClock(realAt: Instant, planAt: Instant): PlanClock {
  return { realAt, planAt, speed: 1 };
}

/** The clock of a policy for a rectification received at the real instant `at`: real time unless it is a demonstration. */
export function clockOf(policy: Pick<Policy, 'timeScale'>, at: Instant): PlanClock {
  if (policy.timeScale === null) return realTime;
  return { realAt: at, planAt: at, speed: 86_400 / policy.timeScale.daySeconds };
}

/** The plan's instant at a real instant, to the nearest millisecond. */
export function toPlan(clock: PlanClock, real: Instant): Instant {
  return shift(
    clock.planAt,
    Math.round((Date.parse(real) - Date.parse(clock.realAt)) * clock.speed),
  );
}

/** The first real millisecond at which the plan's clock shows `plan`: never early. */
export function toReal(clock: PlanClock, plan: Instant): Instant {
  const exact = (Date.parse(plan) - Date.parse(clock.planAt)) / clock.speed;
  return shift(clock.realAt, Math.ceil(exact - roundingError));
}

/** The day of the plan's calendar at a real instant: what starts then counts from this day. */
export function planDayAt(clock: PlanClock, real: Instant): PlainDate {
  return planDayOf(toPlan(clock, real));
}

/** Far below a millisecond, above the error of dividing by an odd speed. */
const roundingError = 1e-6;

function shift(from: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(from) + milliseconds).toISOString();
}
