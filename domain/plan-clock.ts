/** The plan's own time. In life it is real time; a demonstration runs it faster, a replay of an old case runs it shifted. */
import type { Instant } from './words';

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

/** The plan's instant at a real instant. */
export function toPlan(clock: PlanClock, real: Instant): Instant {
  return shift(clock.planAt, (Date.parse(real) - Date.parse(clock.realAt)) * clock.speed);
}

/** The real instant at which the plan's clock shows `plan`; rounded up to the millisecond so that it is never early. */
export function toReal(clock: PlanClock, plan: Instant): Instant {
  return shift(
    clock.realAt,
    Math.ceil((Date.parse(plan) - Date.parse(clock.planAt)) / clock.speed),
  );
}

function shift(from: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(from) + milliseconds).toISOString();
}
