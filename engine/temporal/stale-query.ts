/**
 * Keeps a query from breaking its workflow. The SDK's core (1.24) answers a query that waited while the history grew past the
 * last task by living those events already, with the clock still at that task; what the workflow then asks for goes in with
 * the next task, and no replay agrees with it. Such an answer is thrown away with the workflow's copy in memory: the query
 * fails, the next task replays the history as it is, and whoever asked asks again.
 *
 * For the worker's `workflowInterceptorModules`.
 */
import type { WorkflowInterceptors } from '@temporalio/workflow';

/** What a query that came between two tasks fails with. */
export const staleQuery = 'the history grew while this query waited for a worker: ask again';

/** The id that core gives a query that did not come with a task. */
const aloneQueryId = 'legacy_query';

export function interceptors(): WorkflowInterceptors {
  let last: { readonly clock: string; readonly events: number } | null = null;
  let ahead = false;
  return {
    internals: [
      {
        activate: ({ activation, batchIndex }, next) => {
          const { timestamp, historyLength, isReplaying, jobs } = activation;
          const queries = (jobs ?? []).flatMap(({ queryWorkflow }) => queryWorkflow ?? []);
          if (ahead && queries.some(({ queryId }) => queryId === aloneQueryId))
            throw new Error(staleQuery);
          const clock = `${String(timestamp?.seconds)}.${timestamp?.nanos}`;
          const events = historyLength ?? 0;
          // More has happened and no time has passed. A server whose clock was set back looks so too: then a query is lost.
          if (queries.length === 0 && events !== last?.events) {
            ahead = isReplaying !== true && clock === last?.clock;
            last = { clock, events };
          }
          next({ activation, batchIndex });
        },
      },
    ],
  };
}
