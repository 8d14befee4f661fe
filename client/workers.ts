/** Who works: which workers ask the server for tasks, and which machine versions they run. */
import { temporal } from '@temporalio/proto';
import type { MachineRef } from '../engine/core';
import { mapBounded } from './bounded';
import { call, type Calls } from './calls';
import { TargetUnknown } from './errors';
import { listRunning } from './list';
import { view } from './read';

/** A worker, as the server has heard of it within the last minutes. */
export interface WorkerSeen {
  /** By default `process@machine`. */
  readonly identity: string;
  readonly workflows: boolean;
  readonly activities: boolean;
  /** When it last asked for work, ISO 8601 UTC. */
  readonly lastSeen: string;
}

export interface RunningVersion extends MachineRef {
  readonly instances: number;
}

export interface RunningVersions {
  readonly versions: readonly RunningVersion[];
  readonly running: number;
  /** How many of them were asked. */
  readonly asked: number;
}

const { TASK_QUEUE_TYPE_WORKFLOW, TASK_QUEUE_TYPE_ACTIVITY } = temporal.api.enums.v1.TaskQueueType;

/** In the order of their names. */
export async function workersSeen(calls: Calls): Promise<readonly WorkerSeen[]> {
  const [forWorkflows, forActivities] = await Promise.all([
    pollers(calls, TASK_QUEUE_TYPE_WORKFLOW),
    pollers(calls, TASK_QUEUE_TYPE_ACTIVITY),
  ]);
  const identities = [...new Set([...forWorkflows.keys(), ...forActivities.keys()])].sort();
  return identities.map((identity) => {
    const seen = [forWorkflows.get(identity) ?? 0, forActivities.get(identity) ?? 0];
    return {
      identity,
      workflows: forWorkflows.has(identity),
      activities: forActivities.has(identity),
      lastSeen: new Date(Math.max(...seen)).toISOString(),
    };
  });
}

/** When each was last seen, ms. */
async function pollers(
  calls: Calls,
  taskQueueType: temporal.api.enums.v1.TaskQueueType,
): Promise<ReadonlyMap<string, number>> {
  const { workflowService, options } = calls.client;
  const answer = await call(calls, null, () =>
    workflowService.describeTaskQueue({
      namespace: options.namespace,
      taskQueue: { name: calls.taskQueue },
      taskQueueType,
    }),
  );
  return new Map(
    (answer.pollers ?? []).map(({ identity, lastAccessTime }) => [
      identity ?? '',
      Number(lastAccessTime?.seconds ?? 0) * 1000,
    ]),
  );
}

/** The server's index does not know them, so the workflows are asked: the first of them only where there are very many. */
export async function runningVersions(calls: Calls, atMost: number): Promise<RunningVersions> {
  const running = [
    ...(await listRunning(calls, 'rectification')),
    ...(await listRunning(calls, 'problem')),
  ];
  const asked = running.slice(0, atMost);
  const machines = await mapBounded(asked, 8, (workflow) => machineOf(calls, workflow));
  const counted = new Map<string, RunningVersion>();
  for (const machine of machines) {
    if (machine === null) continue;
    const key = `${machine.name} ${machine.version}`;
    const { instances } = counted.get(key) ?? { instances: 0 };
    counted.set(key, { ...machine, instances: instances + 1 });
  }
  const versions = [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  return { versions, running: running.length, asked: asked.length };
}

/** Null for one that has gone meanwhile. */
async function machineOf(calls: Calls, workflow: string): Promise<MachineRef | null> {
  try {
    return (await view<unknown>(calls, workflow, null)).machine;
  } catch (error) {
    if (error instanceof TargetUnknown) return null;
    throw error;
  }
}
