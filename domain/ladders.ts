/**
 * The endless sequence of rungs around a due day: who is told on which morning. Calendar days only; instants, what lies
 * before the wait began and windows are `scheduling.ts`'s business. Source: DOMAIN.md, default policy and dates.
 */
import { addWorkingDays, nextWorkday, previousWorkday, type Calendar } from './calendar';
import { addDays, addMonths } from './plain-date';
import type { Ladder, Policy, ReviewLadder } from './policy';
import { oneRankUp } from './ranks';
import type { Wait } from './schedule';
import type { PlainDate, Role } from './words';

/** Where a rung stands on the ladder, in the ladder's own terms. */
export type RungPlace =
  | { readonly kind: 'before'; readonly days: number }
  | { readonly kind: 'after'; readonly workingDays: number }
  | { readonly kind: 'weekly' | 'monthly'; readonly k: number };

export interface Rung {
  readonly place: RungPlace;
  /** The day before any moving. */
  readonly nominal: PlainDate;
  /** The worked day on whose morning it goes out. */
  readonly day: PlainDate;
  readonly audience: readonly Role[];
}

/** Who acts in a wait, as far as it decides who is reminded. */
export interface Actors {
  /** Where the office acts it stands for handler and department head. */
  readonly officeActs: boolean;
  /** Who is waited for in a review step; null in every other wait. */
  readonly reviewer: Role | null;
}

/** The ladder of a wait, with the roles that really act in it; null for waits that nobody is reminded of. */
export function ladderOf(wait: Wait, ladders: Policy['ladders'], actors: Actors): Ladder | null {
  switch (wait) {
    case 'period':
    case 'publicity':
      return null;
    case 'acceptance':
      return withActors(ladders.acceptance, actors);
    case 'review':
      return withActors(reviewLadder(ladders.review, reviewerOf(actors)), actors);
    default:
      return withActors(ladders.work, actors);
  }
}

/** In order: no rung's morning is earlier than that of the rung before it. Endless where the ladder has a monthly part. */
export function* rungs(ladder: Ladder, dueOn: PlainDate, calendar: Calendar): Generator<Rung> {
  let earliest: PlainDate = '';
  for (const rung of unordered(ladder, dueOn, calendar)) {
    const day = rung.day > earliest ? rung.day : earliest;
    yield { ...rung, day };
    earliest = day;
  }
}

function* unordered(ladder: Ladder, dueOn: PlainDate, calendar: Calendar): Generator<Rung> {
  yield* before(ladder, dueOn, calendar);
  yield* after(ladder, dueOn, calendar);
  yield* weekly(ladder, dueOn, calendar);
  yield* monthly(ladder, dueOn, calendar);
}

/** Counted in calendar days; on a day not worked it comes earlier. */
function* before(ladder: Ladder, dueOn: PlainDate, calendar: Calendar): Generator<Rung> {
  const farthestFirst = [...ladder.before].sort((a, b) => b.days - a.days);
  for (const { days, audience } of farthestFirst) {
    const nominal = addDays(dueOn, -days);
    const day = previousWorkday(calendar, nominal);
    yield { place: { kind: 'before', days }, nominal, day, audience };
  }
}

function* after(ladder: Ladder, dueOn: PlainDate, calendar: Calendar): Generator<Rung> {
  for (const { workingDays, audience } of ladder.after) {
    const day = addWorkingDays(calendar, dueOn, workingDays);
    yield { place: { kind: 'after', workingDays }, nominal: day, day, audience };
  }
}

/** Counted nominally from the due day; on a day not worked it moves later. */
function* weekly({ weekly }: Ladder, dueOn: PlainDate, calendar: Calendar): Generator<Rung> {
  for (let k = 1; weekly !== null && k <= weekly.times; k++) {
    const nominal = addDays(dueOn, weekly.fromDays + 7 * (k - 1));
    const day = nextWorkday(calendar, nominal);
    yield { place: { kind: 'weekly', k }, nominal, day, audience: weekly.audience };
  }
}

/** The matching day each month of the last nominal weekly one, each by itself. */
function* monthly(ladder: Ladder, dueOn: PlainDate, calendar: Calendar): Generator<Rung> {
  const from = lastWeekly(ladder, dueOn);
  for (let k = 1; ladder.monthly !== null; k++) {
    const nominal = addMonths(from, k);
    const day = nextWorkday(calendar, nominal);
    yield { place: { kind: 'monthly', k }, nominal, day, audience: ladder.monthly.audience };
  }
}

function lastWeekly({ weekly }: Ladder, dueOn: PlainDate): PlainDate {
  return weekly === null ? dueOn : addDays(dueOn, weekly.fromDays + 7 * (weekly.times - 1));
}

/** A review step reminds its reviewer, then one rank up and the office too; nobody is reminded by a rank below. */
function reviewLadder(ladder: ReviewLadder, reviewer: Role): Ladder {
  const up = oneRankUp(reviewer);
  const escalated = distinct([reviewer, ...(up === null ? [] : [up]), 'office']);
  const audienceAfter = (workingDays: number) =>
    workingDays < ladder.escalateAfterWorkingDays ? [reviewer] : escalated;
  return {
    before: ladder.onDay ? [{ days: 0, audience: [reviewer] }] : [],
    after: ladder.afterWorkingDays.map((workingDays) => ({
      workingDays,
      audience: audienceAfter(workingDays),
    })),
    weekly: ladder.weekly === null ? null : { ...ladder.weekly, audience: escalated },
    monthly: ladder.monthly ? { audience: escalated } : null,
  };
}

function reviewerOf({ reviewer, officeActs }: Actors): Role {
  if (reviewer === null) throw new TypeError('a review step is scheduled without its reviewer');
  return officeActs ? officeFor(reviewer) : reviewer;
}

function withActors(ladder: Ladder, { officeActs }: Actors): Ladder {
  if (!officeActs) return ladder;
  const told = <R extends { readonly audience: readonly Role[] }>(rung: R): R => ({
    ...rung,
    audience: distinct(rung.audience.map(officeFor)),
  });
  return {
    before: ladder.before.map(told),
    after: ladder.after.map(told),
    weekly: ladder.weekly && told(ladder.weekly),
    monthly: ladder.monthly && told(ladder.monthly),
  };
}

function officeFor(role: Role): Role {
  return role === 'handler' || role === 'departmentHead' ? 'office' : role;
}

function distinct(roles: readonly Role[]): readonly Role[] {
  return [...new Set(roles)];
}
