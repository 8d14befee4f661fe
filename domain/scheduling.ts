/**
 * The milestones of a wait: when the lamp changes, who is told and why, as the activity `schedule` answers it.
 * Pure. Days are computed in the plan's time, instants are answered in real time. Reads no clock: `now` is asked with.
 */
import { fromArrival, type Arrival } from './arrival';
import type { Calendar } from './calendar';
import { dueOn } from './due';
import { provisionalReminders } from './due-words';
import { ladderOf, rungs, type Rung } from './ladders';
import { mornings, type Morning, type Step } from './mornings';
import { toReal } from './plan-clock';
import { endOfDay, instantOf, yearOf } from './plain-date';
import * as say from './rung-words';
import type { Schedule, ScheduleRequest } from './schedule';
import { dueTerms } from './wait-words';
import type { Instant, Lamp } from './words';

/** Milestones still to come in one answer; those already past come along with them. */
const windowLength = 8;

/**
 * The due day and a window of milestones: all that are past at `now`, and up to eight to come. Where `more` is true, ask
 * again with `after`, the last one's `at` and `rung`. The same request gives the same answer.
 * Throws a TypeError for a review without its reviewer, a RangeError for a date that does not exist.
 */
export function schedule(asked: ScheduleRequest, calendar: Calendar): Schedule {
  const request = inUtc(asked);
  const due = dueOn(request.due, calendar);
  const wait = waitOf(request, due.dueOn);
  const steps = notYetAnswered(stepsOf(wait, calendar), request.after);
  const { window, more } = take(mornings(steps), request.now);
  const unknownYears = yearsUnknown(window, due.unknownYears, calendar);
  const others = unknownYears.filter((year) => !due.unknownYears.includes(year));
  return {
    dueOn: due.dueOn,
    dueAt: wait.dueAt,
    milestones: window.map(({ milestone }) => milestone),
    more,
    because: [
      ...due.because,
      ...others.map(provisionalReminders),
      say.whyDue(wait),
      say.source(request.policy),
    ],
    provisional: due.provisional,
    unknownYears,
  };
}

interface Wait extends Arrival {
  readonly request: ScheduleRequest;
}

function waitOf(request: ScheduleRequest, day: string): Wait {
  const { clock, policy, since, wait } = request;
  return {
    request,
    term: dueTerms[wait],
    dueOn: day,
    dueAt: toReal(clock, endOfDay(day)),
    since,
    sendAt: policy.sendAt,
    clock,
  };
}

function stepsOf(wait: Wait, calendar: Calendar): Iterable<Step> {
  const { request } = wait;
  const ladder = ladderOf(request.wait, request.policy.ladders, request);
  if (ladder === null) return [endStep(wait)];
  return fromArrival(numbered(wait, rungs(ladder, wait.dueOn, calendar)), wait);
}

/** The rungs and, between those before and those after the date, the change of the lamp. Odd numbers stay free. */
function* numbered(wait: Wait, ladder: Iterable<Rung>): Generator<Step> {
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

function rungStep(wait: Wait, rung: Rung, number: number): Step {
  const { clock, policy } = wait.request;
  return {
    rung: number,
    id: say.rungId(rung.place),
    at: toReal(clock, instantOf(rung.day, policy.sendAt)),
    lamp: lampOf(rung, wait),
    audience: rung.audience,
    why: say.whyRung(rung, wait),
    label: say.rungLabel(rung.place),
    days: [rung.nominal, rung.day],
  };
}

function lampOf({ place }: Rung, { request }: Wait): Lamp {
  if (place.kind !== 'before') return 'overdue';
  return place.days <= request.policy.approachingDays ? 'approaching' : 'normal';
}

/** At 24:00 of the due day, worked or not; nobody is told. */
function redStep(wait: Wait, rung: number): Step {
  return { rung, id: 'red', at: wait.dueAt, lamp: 'overdue', why: say.whyRed(wait), ...silent };
}

/** The one step of a wait that nobody is reminded of. */
function endStep(wait: Wait): Step {
  const at = wait.dueAt > wait.since ? wait.dueAt : wait.since;
  return { rung: 2, id: 'end', at, lamp: 'normal', why: say.whyEnd(wait), ...silent };
}

const silent = { audience: [], label: null, days: [] } as const;

/**
 * By number, so that nothing goes out twice when a year's holidays become known and days move in between; by instant
 * too, because what would now have gone out with an earlier one has gone.
 */
function* notYetAnswered(steps: Iterable<Step>, after: ScheduleRequest['after']): Generator<Step> {
  for (const step of steps) {
    if (after === null || (step.rung > after.rung && step.at > after.at)) yield step;
  }
}

function take(all: Iterable<Morning>, now: Instant): { window: readonly Morning[]; more: boolean } {
  const window: Morning[] = [];
  let toCome = 0;
  for (const morning of all) {
    if (toCome === windowLength) return { window, more: true };
    window.push(morning);
    if (morning.milestone.at > now) toCome += 1;
  }
  return { window, more: false };
}

function yearsUnknown(
  window: readonly Morning[],
  already: readonly number[],
  calendar: Calendar,
): readonly number[] {
  const years = window.flatMap(({ days }) => days).map(yearOf);
  const unknown = new Set([...already, ...years.filter((year) => !calendar.knows(year))]);
  return [...unknown].sort((a, b) => a - b);
}

/** Instants compare as text once they are all written alike. */
function inUtc(request: ScheduleRequest): ScheduleRequest {
  const { since, now, after } = request;
  return {
    ...request,
    since: utc(since),
    now: utc(now),
    after: after && { ...after, at: utc(after.at) },
  };
}

function utc(instant: Instant): Instant {
  return new Date(Date.parse(instant)).toISOString();
}
