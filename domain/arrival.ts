/**
 * What becomes of the steps that lie before a wait begins: they send nothing. A lamp that had changed by then changes as
 * the wait begins, and a date already missed brings one summary at the next sending time (DOMAIN.md, dates).
 */
import type { Step } from './mornings';
import { planDayAt, toReal, type PlanClock } from './plan-clock';
import { addDays, instantOf } from './plain-date';
import * as say from './rung-words';
import type { Instant, PlainDate } from './words';

export interface Arrival extends say.NamedDue {
  /** Real instant at which the wait began. */
  readonly since: Instant;
  /** Real instant of 24:00 of the due day. */
  readonly dueAt: Instant;
  readonly sendAt: string;
  readonly clock: PlanClock;
}

/** The steps of a wait from its beginning on. Takes them in ascending order. */
export function* fromArrival(steps: Iterable<Step>, arrival: Arrival): Generator<Step> {
  const past: Step[] = [];
  let arrived = false;
  for (const step of steps) {
    if (!arrived && liesBefore(step, arrival)) {
      past.push(step);
      continue;
    }
    if (!arrived) yield* opening(past, arrival);
    arrived = true;
    yield step;
  }
  if (!arrived) yield* opening(past, arrival);
}

/** A rung at the very instant still goes out, unless the summary of a missed date stands for it. */
function liesBefore({ at }: Step, { since, dueAt }: Arrival): boolean {
  return dueAt <= since ? at <= since : at < since;
}

function opening(past: readonly Step[], arrival: Arrival): readonly Step[] {
  const red = past.find(({ id }) => id === 'red');
  if (red !== undefined) return [redAtOnce(red, arrival), ...summary(red, past, arrival)];
  const last = past.at(-1);
  return last?.lamp === 'approaching' ? [blueAtOnce(last, arrival)] : [];
}

function redAtOnce(red: Step, arrival: Arrival): Step {
  return { ...red, at: arrival.since, why: say.whyRedAtOnce(arrival) };
}

function blueAtOnce(last: Step, arrival: Arrival): Step {
  const { since, clock } = arrival;
  const why = say.whyBlueAtOnce(planDayAt(clock, since), arrival);
  const silent = { audience: [], label: null, day: null };
  return { ...last, ...silent, id: 'blue', at: since, why };
}

/** At the next sending time, whatever day that is, to all whom the last past morning would have told. */
function summary(red: Step, past: readonly Step[], arrival: Arrival): readonly Step[] {
  const last = past.findLast(({ audience }) => audience.length > 0);
  if (last === undefined) return [];
  const audience = past.filter(({ at }) => at === last.at).flatMap((step) => step.audience);
  const { day, at } = nextSending(arrival);
  const why = say.whySummary(day, arrival);
  return [{ ...red, rung: red.rung + 1, id: 'summary', at, audience, why }];
}

/** The first sending time after the wait began. */
function nextSending({ since, clock, sendAt }: Arrival): { day: PlainDate; at: Instant } {
  const today = planDayAt(clock, since);
  const at = toReal(clock, instantOf(today, sendAt));
  if (at > since) return { day: today, at };
  const tomorrow = addDays(today, 1);
  return { day: tomorrow, at: toReal(clock, instantOf(tomorrow, sendAt)) };
}
