/** Where a workflow of a rehearsal stands, as scenarios select by it and results tell of it. */
import type { State } from '../../engine/core';
import type { Assignment, Person } from '../../domain/people';
import type { Kind, Lamp, PlainDate } from '../../domain/words';
import type { ProblemContext, RectificationContext, Stage } from '../../machines';

/** What every line of a problem's journal shows. */
export interface Shown {
  readonly stage: Stage;
  readonly lamp: Lamp;
  readonly kind: Kind;
  readonly round: number;
  readonly dueOn: PlainDate | null;
}

export const problemOf = (state: State): ProblemContext => state.snapshot.context as ProblemContext;

export const rectificationOf = (state: State): RectificationContext =>
  state.snapshot.context as RectificationContext;

export function shownOf(state: State): Shown {
  return state.definition.describe?.line(state) as unknown as Shown;
}

/** What finding people takes, of a problem and of a rectification alike. */
export interface Peopled {
  readonly assignment: Assignment;
  readonly people: readonly Person[];
}

export const peopledOf = (state: State): Peopled => state.snapshot.context as Peopled;
