/**
 * The milestones of a wait: when the lamp changes, who is told and why, as the activity `schedule` answers it.
 * Pure. Days are computed in the plan's time, instants are answered in real time. Reads no clock: `now` is asked with.
 */
import type { Calendar } from './calendar';
import { dueOn } from './due';
import { provisionalReminders } from './due-words';
import { mornings } from './mornings';
import { toReal } from './plan-clock';
import { endOfDay } from './plain-date';
import * as say from './rung-words';
import type { Schedule, ScheduleRequest } from './schedule';
import { notYetAnswered, take, yearsUnknown } from './schedule-window';
import { stepsOf, type DatedWait } from './steps';
import { dueTerms } from './wait-words';
import type { Instant, PlainDate } from './words';

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

function waitOf(request: ScheduleRequest, day: PlainDate): DatedWait {
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
