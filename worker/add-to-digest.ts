/** Digests through a Temporal client: one workflow a person a morning, started by its first item. */
import type { WorkflowClient } from '@temporalio/client';
import type { AddToDigest } from '../activities/remind';
import type { StartNew } from '../engine/temporal';
import { workflowTypes } from '../workflows/contract';
import { digestWords } from '../domain/digest';

const digestMachine = { name: 'digest', version: '1' } as const;

export function addToDigestBy(client: WorkflowClient, taskQueue: string): AddToDigest {
  return async (digest, id, item) => {
    const start: StartNew = { kind: 'new', machine: digestMachine, input: digest as never };
    await client.signalWithStart(workflowTypes.digest, {
      workflowId: digest.key,
      taskQueue,
      args: [start],
      signal: 'add',
      signalArgs: [{ id, item }],
      staticSummary: digestWords(digest),
    });
  };
}
