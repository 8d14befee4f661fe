/** One problem that is worked on, alone and with nothing due: to be sent commands. */
import type { Client } from '@temporalio/client';
import { realTime } from '../../domain/plan-clock';
import { problemId } from '../../domain/ids';
import type { Policy } from '../../domain/policy';
import type { StartNew, Tuning } from '../../engine/temporal';
import { problemContext, problemVersion } from '../../machines';
import { taskQueue, workflowTypes } from '../../workflows/contract';
import { randomOf } from '../random';
import { receptionOf } from './received';

/** Gives the workflow's id. */
export async function startLoneProblem(
  client: Client,
  policy: Policy,
  id: string,
  tuning: Tuning = {},
): Promise<string> {
  const now = new Date().toISOString();
  const received = { id, at: now, problems: 1, policy, clock: realTime };
  const { unit, feedbackOn, people, problems } = receptionOf(received, randomOf(1, id));
  const shared = { now, rectification: null, unit, feedbackOn, policy, clock: realTime, people };
  const [problem] = problems;
  if (problem === undefined) throw new Error('a reception without problems');
  const input = problemContext({ ...problem, entry: 'rectifying', due: '2099-12-31' }, shared);
  const machine = { name: problem.kind, version: problemVersion };
  const start: StartNew = { kind: 'new', machine, input: input as never, tuning };
  const workflowId = problemId(id, 1);
  await client.workflow.start(workflowTypes.problem, { workflowId, taskQueue, args: [start] });
  return workflowId;
}
