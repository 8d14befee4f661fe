/**
 * Who takes a review step when those who hold it may not: nobody reviews what they submitted or reviewed already, such
 * a step passes to the named deputy, else one rank up (DOMAIN.md, "Who"). Pure; knows nothing of chains or dates.
 */
import type { Assignment, Person } from './people';
import { holders, personOf } from './people-rules';
import { fromRankUpwards } from './ranks';
import type { Role } from './words';

export interface Reviewer {
  /** Person ids; any one of them takes the step. Never empty. */
  readonly person: readonly string[];
  /** In whose capacity: the step's own role, or the one above it. A deputy acts in the capacity of whom they stand for. */
  readonly as: Role;
  /** `rankUp` also covers the deputies of those one rank up. */
  readonly because: 'own' | 'deputy' | 'rankUp';
}

/**
 * Who may take the review step `step` of one problem.
 *
 * @param barred ids of the submitter and of the earlier reviewers of this chain
 * @returns holders not barred; else, for each holder, their first deputy not barred; else the same one rank up, and so
 *   on; null when nobody is left, which `checkPeople` says when the people are set.
 * @example reviewerFor('office', ['liu-haiyan'], assignment, people) // { person: ['he-jing'], as: 'office', because: 'own' }
 */
export function reviewerFor(
  step: Role,
  barred: readonly string[],
  assignment: Assignment,
  people: readonly Person[],
): Reviewer | null {
  for (const as of fromRankUpwards(step)) {
    const holding = holders(as, assignment, people);
    const own = holding.map(({ id }) => id).filter((id) => !barred.includes(id));
    if (own.length > 0) return { person: own, as, because: as === step ? 'own' : 'rankUp' };
    const deputies = firstDeputies(holding, barred, people);
    if (deputies.length > 0)
      return { person: deputies, as, because: as === step ? 'deputy' : 'rankUp' };
  }
  return null;
}

/** Deputies of deputies are not asked: nobody named them for this step. */
function firstDeputies(
  holding: readonly Person[],
  barred: readonly string[],
  people: readonly Person[],
): string[] {
  const free = (id: string): boolean => !barred.includes(id) && personOf(id, people) !== null;
  return [...new Set(holding.flatMap(({ deputies }) => deputies.find(free) ?? []))];
}
