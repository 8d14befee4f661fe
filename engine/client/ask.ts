/** Questions to an instance. */
import { setTimeout as pause } from 'node:timers/promises';
import { QueryNotRegisteredError, type WorkflowHandle } from '@temporalio/client';
import { staleQuery } from '../temporal/stale-query';

/** Milliseconds until the workflow's copy that the question spoiled is gone. */
const againMs = 50;
/** The second try meets a fresh copy; more would be another trouble. */
const tries = 5;

/** Asks a query; one that was thrown away because it waited too long for a worker is asked again. */
export async function ask<Result, Args extends readonly unknown[] = []>(
  handle: WorkflowHandle,
  query: string,
  ...args: Args
): Promise<Result> {
  for (let left = tries; ; left -= 1) {
    try {
      return await handle.query<Result, [...Args]>(query, ...args);
    } catch (error) {
      if (left <= 1 || !isStale(error)) throw error;
    }
    await pause(againMs);
  }
}

/** The server gives a query's failure no type of its own. */
function isStale(error: unknown): boolean {
  return error instanceof QueryNotRegisteredError && error.message.includes(staleQuery);
}
