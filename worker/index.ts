/** A worker: workflows by path, activities from their dependencies. Runs until it is told to stop, then drains. */
import { Client, type ConnectionLike } from '@temporalio/client';
import {
  Worker,
  type NativeConnection,
  type WorkerOptions,
  type WorkflowBundle,
} from '@temporalio/worker';
import { createActivities, type Activities, type ActivityDependencies } from '../activities';
import { noKeys, workerConverter, type KeyRing } from '../codec';
import { withPrivacy } from '../engine/temporal/privacy';
import { noTracing, type Tracing } from '../tracing';
import { addToDigestBy } from './add-to-digest';
import { traceActivities } from './trace-activities';
import { payloadConverterPath } from './workflow-paths';

export { payloadConverterPath } from './workflow-paths';

/** Told of each digest once it is with its channels; must not throw. */
export type Delivered = (
  digest: Parameters<Activities['deliver']>[0]['input'],
  deliveries: Awaited<ReturnType<Activities['deliver']>>,
) => void;

/** What the server and whoever sees its database may read. */
export interface WorkerPrivacy {
  readonly keys: KeyRing;
  /** Search attributes that stay empty. */
  readonly hiddenAttributes: readonly string[];
}

export interface WorkerConfig {
  readonly connection: NativeConnection;
  /** For what activities ask of the server; usually a connection of its own. */
  readonly clientConnection: ConnectionLike;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly dependencies: Omit<ActivityDependencies, 'addToDigest'>;
  /** As `bundleOptions` says. */
  readonly bundle: WorkflowBundle;
  /** In place of the usual: no workflow cached, say, which replays each from its history at every step. */
  readonly tuning?: Pick<WorkerOptions, 'maxCachedWorkflows' | 'stickyQueueScheduleToStartTimeout'>;
  /** Default: nothing is encrypted, nothing hidden. */
  readonly privacy?: WorkerPrivacy;
  /** For whoever watches along; nothing depends on it. */
  readonly onDelivered?: Delivered;
  /** Told of every activity and step. Default: nobody is. */
  readonly tracing?: Tracing;
}

const openly: WorkerPrivacy = { keys: noKeys, hiddenAttributes: [] };

/** How many workflows stay in memory; each takes about 40 KB. */
const cachedWorkflows = 2000;

/** How long activities may take to finish when the worker is told to stop. */
const graceTime = '20 seconds';

export async function createWorker(config: WorkerConfig): Promise<Worker> {
  const { connection, clientConnection, namespace, taskQueue, tracing = noTracing } = config;
  const { keys, hiddenAttributes } = config.privacy ?? openly;
  const dataConverter = { payloadConverterPath, ...workerConverter(keys) };
  const client = new Client({ connection: clientConnection, namespace, dataConverter });
  const addToDigest = addToDigestBy(client.workflow, taskQueue);
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: withPrivacy(config.bundle, {
      encodeFailures: keys.current !== null,
      hiddenAttributes,
    }),
    activities: watched(
      createActivities({ ...config.dependencies, addToDigest }),
      config.onDelivered,
    ),
    dataConverter,
    maxCachedWorkflows: cachedWorkflows,
    shutdownGraceTime: graceTime,
    ...(tracing === noTracing ? {} : { interceptors: { activity: [traceActivities(tracing)] } }),
    ...config.tuning,
  });
}

function watched(activities: Activities, onDelivered: Delivered | undefined): Activities {
  if (onDelivered === undefined) return activities;
  return {
    ...activities,
    deliver: async (request) => {
      const deliveries = await activities.deliver(request);
      onDelivered(request.input, deliveries);
      return deliveries;
    },
  };
}
