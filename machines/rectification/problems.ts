/** How a rectification starts its problems and tells them of the plan. */
import type { Json, SignalInput, Standing, StartChildInput } from '../../engine/core';
import { problemId } from '../../domain/ids';
import type { ReceivedProblem } from '../../domain/reception';
import { problemContext } from '../problem/begin';
import { problemVersion } from '../problem/life';
import { base } from './base';
import type { RectificationContext } from './context';
import * as decide from './decisions';

/** Starts the workflow of each problem that is new. */
export const startProblems = base.enqueueActions(({ context, event, enqueue }) => {
  if (event.type !== 'addProblems') return;
  for (const problem of decide.newProblems(context, event)) {
    enqueue({ type: 'startProblem', params: childOf(context, problem) });
  }
});

/** Approved plans reach the problems that wait for them; later ones are told as they come to wait. */
export const tellPlanned = base.enqueueActions(({ context, enqueue }) => {
  for (const seq of decide.waitingForPlan(context))
    enqueue({ type: 'tellProblem', params: planApproved(context, seq) });
});

function childOf(
  { rectification }: RectificationContext,
  problem: ReceivedProblem,
): StartChildInput {
  return {
    workflowId: problemId(rectification, problem.seq),
    machine: problem.kind,
    version: problemVersion,
    // The whole is made when it is started: what waits to be started stays small.
    input: problem as unknown as Json,
    summary: `第${problem.seq}项 ${problem.title}`,
  };
}

/** A problem's first context, made of what was received of it and what the rectification knows. */
export function childInput(child: StartChildInput, { snapshot }: Standing): Json {
  const context = snapshot.context as RectificationContext;
  const { now, rectification, unit, feedbackOn, policy, clock, people } = context;
  const shared = { now, rectification, unit, feedbackOn, policy, clock, people };
  return problemContext(child.input as unknown as ReceivedProblem, shared) as unknown as Json;
}

/** What tells one problem that the plan holds. */
export function planApproved(context: RectificationContext, seq: number): SignalInput {
  return {
    workflowId: problemId(context.rectification, seq),
    event: { type: 'planApproved' },
    mayBeGone: true,
  };
}
