/** How large a run's history is, as the server counts it. */
import type { Client } from '@temporalio/client';

export interface Size {
  readonly events: number;
  /** Events other than those of workflow tasks: what the workflow asked for and was told. */
  readonly lasting: number;
  readonly bytes: number;
}

export async function sizeOf(client: Client, workflowId: string, runId?: string): Promise<Size> {
  const handle = client.workflow.getHandle(workflowId, runId);
  const [{ events }, { raw }] = await Promise.all([handle.fetchHistory(), handle.describe()]);
  const all = events ?? [];
  const ofTasks = all.filter(
    (event) =>
      event.workflowTaskScheduledEventAttributes ||
      event.workflowTaskStartedEventAttributes ||
      event.workflowTaskCompletedEventAttributes,
  );
  return {
    events: all.length,
    lasting: all.length - ofTasks.length,
    bytes: Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0),
  };
}
