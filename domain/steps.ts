/** The steps of a wait: its rungs as instants, and the silent changes of the lamp between them. */
import { fromArrival, type Arrival } from './arrival';
import type { Calendar } from './calendar';
import { ladderOf } from './ladders';
import type { Step } from './mornings';
import { toReal } from './plan-clock';
import { instantOf } from './plain-date';
import * as say from './rung-words';
import { rungs, type Rung } from './rungs';
import type { ScheduleRequest } from './schedule';
import type { Lamp } from './words';

/** A wait whose due day is found. */
export interface DatedWait extends Arrival {
  readonly request: ScheduleRequest;
}

/** In ascending order, from the beginning of the wait on; endless where its ladder is. */
export function stepsOf(wait: DatedWait, calendar: Calendar): Iterable<Step> {
  const { request } = wait;
  const ladder = ladderOf(request.wait, request.policy.ladders, request);
  if (ladder === null) return [endStep(wait)];
  return fromArrival(numbered(wait, rungs(ladder, wait.dueOn, calendar)), wait);
}

/** The rungs and, between those before and those after the date, the change of the lamp. Odd numbers stay free. */
function* numbered(wait: DatedWait, ladder: Iterable<Rung>): Generator<Step> {
  let rung = 0;
  let missed = false;
  for (const one of ladder) {
    if (!missed && one.place.kind !== 'before') {
      missed = true;
      yield redStep(wait, (rung += 2));
    }
    yield rungStep(wait, one, (rung += 2));
  }
  if (!missed) yield redStep(wait, rung + 2);
}

function rungStep(wait: DatedWait, rung: Rung, number: number): Step {
  const { clock, policy } = wait.request;
  return {
    rung: number,
    id: say.rungId(rung.place),
    at: toReal(clock, instantOf(rung.day, policy.sendAt)),
    lamp: lampOf(rung, wait),
    audience: rung.audience,
    why: say.whyRung(rung, wait),
    label: say.rungLabel(rung.place),
    day: rung.day,
  };
}

function lampOf({ place }: Rung, { request }: DatedWait): Lamp {
  if (place.kind !== 'before') return 'overdue';
  return place.days <= request.policy.approachingDays ? 'approaching' : 'normal';
}

/** At 24:00 of the due day, worked or not; nobody is told. */
function redStep(wait: DatedWait, rung: number): Step {
  return { rung, id: 'red', at: wait.dueAt, lamp: 'overdue', why: say.whyRed(wait), ...silent };
}

/** The one step of a wait that nobody is reminded of. */
function endStep(wait: DatedWait): Step {
  const at = wait.dueAt > wait.since ? wait.dueAt : wait.since;
  return { rung: 2, id: 'end', at, lamp: 'normal', why: say.whyEnd(wait), ...silent };
}

const silent = { audience: [], label: null, day: null } as const;
