/** Starting an instance: its machine's newest version goes into its input, and stays there. */
import type { WorkflowClient, WorkflowHandle } from '@temporalio/client';
import type { Json, Registry } from '../core';
import type { StartNew, Tuning } from '../temporal';

export interface Starting {
  readonly workflowId: string;
  readonly taskQueue: string;
  /** The workflow type that runs the machine; the machine's name where this is absent. */
  readonly workflowType?: string;
  readonly machine: string;
  readonly input: Json;
  readonly tuning?: Tuning;
}

/**
 * Starts an instance of the machine's newest version.
 *
 * @throws UnknownMachineError when no version is registered
 */
export function startInstance(
  client: WorkflowClient,
  registry: Registry,
  { workflowId, taskQueue, machine, workflowType = machine, input, tuning }: Starting,
): Promise<WorkflowHandle> {
  const tuned = tuning === undefined ? {} : { tuning };
  const start: StartNew = { kind: 'new', machine: registry.newest(machine), input, ...tuned };
  return client.start(workflowType, { workflowId, taskQueue, args: [start] });
}
