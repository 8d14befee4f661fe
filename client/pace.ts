/**
 * Gives a rectification time to start its problems. What waits to be started is state, with all its inputs, and a state of
 * thousands of them is more than the server carries on: the next portion comes when most of the last one runs.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Calls } from './calls';
import { NoWorkerAnswers } from './errors';
import { view } from './read';

/** Problems that may wait to be started when the next portion comes. */
export const waitingAtMost = 50;

/** A worker that was heard may be busy with starting; after so many silences in a row it is gone. */
const silencesOfABusyOne = 10;

/**
 * Returns when at most so many problems wait to be started.
 *
 * @param heard whether a worker has answered before: if not, the first silence says that there is none
 * @throws NoWorkerAnswers when nothing answers, or nothing any more
 */
export async function untilStarted(
  calls: Calls,
  rectification: string,
  atMost: number,
  heard: boolean,
): Promise<void> {
  let silent = 0;
  let allowed = heard ? silencesOfABusyOne : 1;
  for (let again = 50; ; again = Math.min(again * 2, 1000)) {
    try {
      const { underWay } = await view(calls, rectification, null);
      if (underWay.filter(({ kind }) => kind === 'startChild').length <= atMost) return;
      silent = 0;
      allowed = silencesOfABusyOne;
    } catch (error) {
      silent += 1;
      if (!(error instanceof NoWorkerAnswers) || silent >= allowed) throw error;
    }
    await pause(again);
  }
}
