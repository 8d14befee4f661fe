/** The deadline region as a rectification uses it, and short names for beginning and ending a wait. */
import type { Wait } from '../../domain/schedule';
import { deadlineRegion } from '../deadline-region';
import type { About } from '../reminder';
import { base } from './base';
import type { RectificationContext } from './context';
import type { Begins } from './decisions';
import { todoOf, whomOf } from './reminders';

/** The deadline region for one of the rectification's waits. */
export const date = (wait: Wait, silent?: true) =>
  deadlineRegion(base, {
    wait,
    about: (context: RectificationContext): About => ({
      problem: null,
      wait,
      todo: todoOf(context, wait),
    }),
    whom: whomOf(wait),
    silent,
  });

export const begin = (what: Begins) => ({ type: 'begin', params: { what } }) as const;
export const end = (wait: Wait) => ({ type: 'end', params: { wait } }) as const;
export const over = (wait: Wait) => ({ type: 'waitIsOver', params: { wait } }) as const;
