/**
 * The endless sequence of rungs around a due day: who is told on which morning. Calendar days only; instants, what lies
 * before the wait began and windows are others' business. Source: DOMAIN.md, dates.
 */
import { addWorkingDays, nextWorkday, previousWorkday, type Calendar } from './calendar';
import { addDays, addMonths } from './plain-date';
import type { Ladder } from './policy';
import type { PlainDate, Role } from './words';

/** Where a rung stands on the ladder, in the ladder's own terms. */
export type RungPlace =
  | { readonly kind: 'before'; readonly days: number }
  | { readonly kind: 'after'; readonly workingDays: number }
  | { readonly kind: 'weekly' | 'monthly'; readonly k: number };

export interface Rung {
  readonly place: RungPlace;
  /** The worked day on whose morning it goes out. */
  readonly day: PlainDate;
  readonly audience: readonly Role[];
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
    yield { place: { kind: 'before', days }, day, audience };
  }
}

function* after(ladder: Ladder, dueOn: PlainDate, calendar: Calendar): Generator<Rung> {
  for (const { workingDays, audience } of ladder.after) {
    const day = addWorkingDays(calendar, dueOn, workingDays);
    yield { place: { kind: 'after', workingDays }, day, audience };
  }
}

/** Counted nominally from the due day; on a day not worked it moves later. */
function* weekly({ weekly }: Ladder, dueOn: PlainDate, calendar: Calendar): Generator<Rung> {
  for (let k = 1; weekly !== null && k <= weekly.times; k++) {
    const nominal = addDays(dueOn, weekly.fromDays + 7 * (k - 1));
    const day = nextWorkday(calendar, nominal);
    yield { place: { kind: 'weekly', k }, day, audience: weekly.audience };
  }
}

/** The matching day each month of the last nominal weekly one, each by itself. */
function* monthly(ladder: Ladder, dueOn: PlainDate, calendar: Calendar): Generator<Rung> {
  const from = lastWeekly(ladder, dueOn);
  for (let k = 1; ladder.monthly !== null; k++) {
    const nominal = addMonths(from, k);
    const day = nextWorkday(calendar, nominal);
    yield { place: { kind: 'monthly', k }, day, audience: ladder.monthly.audience };
  }
}

function lastWeekly({ weekly }: Ladder, dueOn: PlainDate): PlainDate {
  return weekly === null ? dueOn : addDays(dueOn, weekly.fromDays + 7 * (weekly.times - 1));
}
