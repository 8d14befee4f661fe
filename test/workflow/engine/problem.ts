/** One problem that works alone, for tests of the engine: started, and looked at. */
import { randomUUID } from 'node:crypto';
import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { StartNew, Tuning } from '../../../engine/temporal';
import { realTime, type PlanClock } from '../../../domain/plan-clock';
import { contextFor } from '../cast';
import type { Server } from '../server';

/** In the year 2100 no holiday is known, and nothing is due. */
export async function startProblem(
  server: Server,
  { tuning, clock = realTime }: { readonly tuning?: Tuning; readonly clock?: PlanClock } = {},
): Promise<WorkflowHandle> {
  const due = '2100-06-30';
  const input = contextFor({ entry: 'rectifying', due }, { clock }) as never;
  const start: StartNew = {
    kind: 'new',
    machine: { name: 'timeLimited', version: '1' },
    input,
    ...(tuning === undefined ? {} : { tuning }),
  };
  return server.client.workflow.start('problem', {
    workflowId: `problem/engine/${randomUUID()}`,
    taskQueue: server.taskQueue,
    args: [start],
  });
}

/** Until no line waits for the journal. On the time-skipping server time goes on while this waits. */
export async function allRecorded({ env }: Server, handle: WorkflowHandle): Promise<void> {
  for (let unrecorded = 1; unrecorded > 0;) {
    await env.sleep('1 second');
    ({ unrecorded } = await handle.query<{ readonly unrecorded: number }>('view'));
  }
}

/** Workflow tasks of all runs that failed. What came while it was continuing as new is no failure: the task is done again. */
export async function failedTasks(server: Server, handle: WorkflowHandle): Promise<number> {
  let failed = 0;
  let runId: string | undefined;
  do {
    const one = server.client.workflow.getHandle(handle.workflowId, runId);
    const { events } = await one.fetchHistory();
    failed +=
      events?.filter((event) => isFailure(event.workflowTaskFailedEventAttributes)).length ?? 0;
    const [first] = events ?? [];
    runId = first?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? undefined;
  } while (runId !== undefined && runId !== '');
  return failed;
}

type Failed = temporal.api.history.v1.IWorkflowTaskFailedEventAttributes;

function isFailure(failed: Failed | null | undefined): boolean {
  if (failed === null || failed === undefined) return false;
  const causes = temporal.api.enums.v1.WorkflowTaskFailedCause;
  return failed.cause !== causes.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND;
}
