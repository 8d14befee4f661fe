/** The deadline region as a problem uses it, and what its reminders are about. */
import type { Wait } from '../../domain/schedule';
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
  return deadlineRegion(base, { wait, about, silent });
}

/** What a reminder of this wait is about. */
export function aboutOf(context: ProblemContext, wait: Wait): About {
  const { seq, number, title } = context;
  return { problem: { seq, number, title }, wait, todo: todoOf(context, wait) };
}
