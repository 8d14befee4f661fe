/** Machines that are not ours, on the real server, in each way that an instance can live. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Tuning } from '../../../engine/temporal';
import { payloadConverterPath } from '../../../worker';
import { bundleOptions } from '../../../worker/bundler-options';
import { keptBundle } from '../bundles';
import type { Server } from '../server';

/** In words, what the instance is started with, and how many workflows the worker keeps. */
export const ways: readonly (readonly [string, Tuning, number])[] = [
  ['in memory', {}, 100],
  ['replayed at every step', {}, 0],
  ['continued as new after every step', { continueAfterSteps: 1 }, 100],
];

/** @param machine the files of this folder: NAME-workflows.ts, and NAME.ts where it is to be shared and frozen as in production */
export function bundleMachine(machine: string, shared: boolean): Promise<WorkflowBundle> {
  const file = (name: string): string => join(__dirname, `${name}.ts`);
  return keptBundle(bundleOptions(file(`${machine}-workflows`), shared ? [file(machine)] : []));
}

export interface MachineWorker {
  readonly taskQueue: string;
  readonly worker: Worker;
}

/** A worker of its own on the server, not running yet. */
export async function workerFor(
  { env: { nativeConnection: connection, namespace } }: Server,
  workflowBundle: WorkflowBundle,
  activities: object,
  maxCachedWorkflows: number,
  taskQueue = `machine-${randomUUID()}`,
): Promise<MachineWorker> {
  const worker = await Worker.create({
    connection,
    ...(namespace === undefined ? {} : { namespace }),
    ...{ taskQueue, workflowBundle, activities, maxCachedWorkflows },
    dataConverter: { payloadConverterPath },
  });
  return { taskQueue, worker };
}
