/** A problem's first context, from what was received of it and the rectification it belongs to. */
import type { DueRule } from '../../domain/schedule';
import type { Person } from '../../domain/people';
import type { PlanClock } from '../../domain/plan-clock';
import type { Policy } from '../../domain/policy';
import type { Instant, PlainDate } from '../../domain/words';
import type { ReceivedProblem } from '../../domain/reception';
import type { ProblemContext } from './context';
import { workDue } from './dates';

/** What all problems of a rectification share. */
export interface Shared {
  readonly now: Instant;
  readonly rectification: string | null;
  readonly unit: string;
  readonly feedbackOn: PlainDate;
  readonly policy: Policy;
  readonly clock: PlanClock;
  readonly people: readonly Person[];
}

/** The context in which a received problem begins; one taken over in mid-life begins where its status says. */
export function problemContext(problem: ReceivedProblem, shared: Shared): ProblemContext {
  const { now } = shared;
  const measures = problem.measures.map(({ done, ...measure }) => ({
    ...measure,
    doneAt: done ? now : null,
  }));
  const due = dueOf(problem, shared);
  const { seq, number, section, group, title, kind, entry, handedOverOn, assignment } = problem;
  const { dueWords, subFindings, predecessor, publicText, withheld } = problem;
  return {
    ...shared,
    ...{ seq, number, section, group, title, kind, entry, handedOverOn, assignment },
    ...{ dueWords, subFindings, predecessor, publicText, withheld, measures, due },
    round: 1,
    dueOn: null,
    waits: {},
    measureWatch: null,
    missed: false,
    behind: null,
    carriedOver: problem.status === 'notCompleted',
    extensions: 0,
    petition: null,
    submission: null,
    review: null,
    workLamp: 'normal',
    suspension: null,
    urge: null,
    upkeep: null,
    phase: problem.status === 'phaseCompleted' ? { at: now, due } : null,
    signedOff: problem.status === 'completed' ? { at: now, by: 'takenOver' } : null,
    progress: null,
    lookedBack: null,
    outcome: problem.status === 'completed' ? 'rectified' : null,
    mergedInto: null,
  };
}

function dueOf({ due, dueWords, kind, handedOverOn }: ReceivedProblem, shared: Shared): DueRule {
  if (due !== null) return { kind: 'named', date: due, words: dueWords };
  return workDue(kind, { ...shared, handedOverOn });
}
