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

/** A worker busy with starting may be slow to answer; after so many silences in a row there is none. */
const silences = 10;

/** Returns when at most so many problems wait to be started. Throws NoWorkerAnswers when nothing answers any more. */
export async function untilStarted(
  calls: Calls,
  rectification: string,
  atMost: number,
): Promise<void> {
  let silent = 0;
  for (let again = 50; ; again = Math.min(again * 2, 1000)) {
    try {
      const { underWay } = await view(calls, rectification, null);
      if (underWay.filter(({ kind }) => kind === 'startChild').length <= atMost) return;
      silent = 0;
    } catch (error) {
      silent += 1;
      if (!(error instanceof NoWorkerAnswers) || silent >= silences) throw error;
    }
    await pause(again);
  }
}
