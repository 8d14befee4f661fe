/** The deadline region as a problem uses it, and what its reminders are about. */
import type { Person } from '../../domain/people';
import { holders, personOf } from '../../domain/people-rules';
import type { Wait } from '../../domain/schedule';
import type { Role } from '../../domain/words';
import { deadlineRegion } from '../deadline-region';
import type { About } from '../reminder';
import { base } from './base';
import type { ProblemContext } from './context';
import { todoOf } from './todo';

interface Options {
  /** Lamps and dates only; the rectification tells people. */
  readonly silent?: true;
}

/** The region for one of a problem's waits. */
export function deadline(wait: Wait, { silent }: Options = {}) {
  const about = (context: ProblemContext): About => aboutOf(context, wait);
  return deadlineRegion(base, { wait, about, silent, whom });
}

/** In a review step those who may really take it, deputies too; else whoever holds the role. */
function whom(role: Role, context: ProblemContext): readonly Person[] {
  const { review, waits, assignment, people } = context;
  const taken = role === waits.review?.reviewer ? review?.reviewer : null;
  return taken === null || taken === undefined
    ? holders(role, assignment, people)
    : taken.person.flatMap((id) => personOf(id, people) ?? []);
}

/** What a reminder of this wait is about. */
export function aboutOf(context: ProblemContext, wait: Wait): About {
  const { seq, number, title } = context;
  return { problem: { seq, number, title }, wait, todo: todoOf(context, wait) };
}
