/** Which ladder a wait has, with the roles that really act in it; a role may be named twice. Knows no dates. Source: DOMAIN.md, default policy. */
import type { Ladder, Policy, ReviewLadder } from './policy';
import { oneRankUp } from './ranks';
import type { Wait } from './schedule';
import type { Role } from './words';

/** Who acts in a wait, as far as it decides who is reminded. */
export interface Actors {
  /** Where the office acts it stands for handler and department head. */
  readonly officeActs: boolean;
  /** Who is waited for in a review step; null in every other wait. */
  readonly reviewer: Role | null;
}

/** Every role that the ladders name. */
export function rolesTold({ work, acceptance }: Policy['ladders']): readonly Role[] {
  const rungs = [work, acceptance].flatMap(({ before, after, weekly, monthly }) => [
    ...before,
    ...after,
    ...(weekly === null ? [] : [weekly]),
    ...(monthly === null ? [] : [monthly]),
  ]);
  return [...new Set(rungs.flatMap(({ audience }) => audience))];
}

/** The ladder of a wait, with the roles that really act in it; null for waits that nobody is reminded of. */
export function ladderOf(wait: Wait, ladders: Policy['ladders'], actors: Actors): Ladder | null {
  switch (wait) {
    case 'period':
    case 'rest':
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

/** A review step reminds its reviewer, then one rank up and the office too; nobody is reminded by a rank below. */
function reviewLadder(ladder: ReviewLadder, reviewer: Role): Ladder {
  const up = oneRankUp(reviewer);
  const escalated: readonly Role[] = [reviewer, ...(up === null ? [] : [up]), 'office'];
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
    audience: rung.audience.map(officeFor),
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
