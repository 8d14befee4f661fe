/** What a killed worker has cost workflows: tasks that waited for it until Temporal gave them to another one. */
import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { mapBounded } from '../client/bounded';

export interface TaskTimeouts {
  /** Nobody took them: they were for the worker that had the workflow in memory. */
  readonly untaken: number;
  /** It was at them when it was killed. */
  readonly unfinished: number;
}

type Events = temporal.api.history.v1.IHistoryEvent[];

const { TIMEOUT_TYPE_START_TO_CLOSE } = temporal.api.enums.v1.TimeoutType;

/** In the newest runs of these workflows. */
export async function taskTimeouts(
  client: Client,
  workflows: readonly string[],
): Promise<TaskTimeouts> {
  const all = await mapBounded(workflows, 8, async (workflow) => {
    const { events } = await client.workflow.getHandle(workflow).fetchHistory();
    return timeoutsIn(events ?? []);
  });
  const sum = (of: keyof TaskTimeouts) => all.reduce((total, each) => total + each[of], 0);
  return { untaken: sum('untaken'), unfinished: sum('unfinished') };
}

function timeoutsIn(events: Events): TaskTimeouts {
  const types = events.flatMap(({ workflowTaskTimedOutEventAttributes: timedOut }) =>
    timedOut ? [timedOut.timeoutType] : [],
  );
  const unfinished = types.filter((type) => type === TIMEOUT_TYPE_START_TO_CLOSE).length;
  return { unfinished, untaken: types.length - unfinished };
}
