/** Rectifications come in while everything is being broken: received again until all of it is there, their plan approved. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Zhenggai } from '../../client';
import type { StartNew, Tuning } from '../../engine/temporal';
import { problemId, rectificationId } from '../../domain/ids';
import type { ReceivedProblem, Reception } from '../../domain/reception';
import { problemContext, problemVersion } from '../../machines';
import { taskQueue, workflowTypes } from '../../workflows/contract';
import type { Sender } from './sender';

/** How long all of it may take, ms. */
const patience = 300_000;

/** So small that runs change all the time. */
const tuning: Tuning = { continueAfterSteps: 3 };

/** Every second problem is there before its rectification asks for it, on runs that change all the time; the rest it starts itself. */
export async function receive(
  client: Client,
  zhenggai: Zhenggai,
  reception: Reception,
): Promise<void> {
  for (const problem of reception.problems)
    if (problem.seq % 2 === 0) await insist(() => startShortRuns(client, reception, problem));
  await insist(() => zhenggai.receive(reception, { by: { by: 'office' } }));
}

export async function approvePlan({ id }: Reception, sender: Sender): Promise<void> {
  const workflow = rectificationId(id);
  const submit = { event: 'submitPlan', by: 'office', fields: {} };
  const approve = { event: 'approvePlan', by: 'supervisor', fields: {} };
  for (const deed of [submit, approve])
    await sender.send({ workflow, id: `${workflow}#${deed.event}`, ...deed }, 'twice');
}

async function startShortRuns(
  client: Client,
  reception: Reception,
  problem: ReceivedProblem,
): Promise<void> {
  const { unit, feedbackOn, policy, clock, people } = reception;
  const rectification = rectificationId(reception.id);
  const now = new Date().toISOString();
  const shared = { now, rectification, unit, feedbackOn, policy, clock, people };
  const start: StartNew = {
    kind: 'new',
    machine: { name: problem.kind, version: problemVersion },
    input: problemContext(problem, shared) as never,
    tuning,
  };
  await client.withDeadline(Date.now() + 5000, () =>
    client.workflow.start(workflowTypes.problem, {
      workflowId: problemId(reception.id, problem.seq),
      taskQueue,
      args: [start],
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  );
}

/** Whatever goes wrong on the way is a fault of this run's own making; in the end it must be done. */
async function insist(work: () => Promise<unknown>): Promise<void> {
  const giveUp = performance.now() + patience;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (performance.now() > giveUp) throw error;
      await pause(500);
    }
  }
}
