/** A worker: workflows by path, activities from their dependencies. Runs until it is told to stop, then drains. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type ConnectionLike } from '@temporalio/client';
import {
  Worker,
  type NativeConnection,
  type WorkflowBundle,
  type WorkerOptions,
} from '@temporalio/worker';
import { createActivities, type ActivityDependencies } from '../activities';
import { addToDigestBy } from './add-to-digest';
import { bundlerOptions } from './bundler-options';

export interface WorkerConfig {
  readonly connection: NativeConnection;
  /** For what activities ask of the server; usually a connection of its own. */
  readonly clientConnection: ConnectionLike;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly dependencies: Omit<ActivityDependencies, 'addToDigest'>;
  /** Bundled before; else the workflows are bundled at start, which takes some seconds. */
  readonly bundle?: WorkflowBundle;
  /** 0 replays every workflow from its history at each step: for tests. */
  readonly maxCachedWorkflows?: number;
}

/** How many workflows stay in memory; each takes about 40 KB. */
const cachedWorkflows = 2000;

/** How long activities may take to finish when the worker is told to stop. */
const graceTime = '20 seconds';

export const payloadConverterPath = require.resolve('../workflows/payload-converter');

export async function createWorker(config: WorkerConfig): Promise<Worker> {
  const { connection, clientConnection, namespace, taskQueue } = config;
  const client = new Client({
    connection: clientConnection,
    namespace,
    dataConverter: { payloadConverterPath },
  });
  const addToDigest = addToDigestBy(client.workflow, taskQueue);
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    ...workflowSource(config.bundle),
    activities: createActivities({ ...config.dependencies, addToDigest }),
    dataConverter: { payloadConverterPath },
    maxCachedWorkflows: config.maxCachedWorkflows ?? cachedWorkflows,
    shutdownGraceTime: graceTime,
  });
}

function workflowSource(
  bundle: WorkflowBundle | undefined,
): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions'> {
  return bundle === undefined ? { workflowsPath, bundlerOptions } : { workflowBundle: bundle };
}

/** The workflows as the bundler takes them: compiled, or their source when run from there. */
export const workflowsPath = workflowsFile();

function workflowsFile(): string {
  const base = join(__dirname, '..', 'workflows', 'index');
  return existsSync(`${base}.js`) ? `${base}.js` : `${base}.ts`;
}
