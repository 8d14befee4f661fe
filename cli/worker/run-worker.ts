/** Runs a worker of this system on a server, with its things in one folder, until it is told to stop. */
import { appendFileSync } from 'node:fs';
import type { Connection } from '@temporalio/client';
import {
  DefaultLogger,
  NativeConnection,
  Runtime,
  type NativeConnectionOptions,
  type Worker,
  type WorkflowBundle,
} from '@temporalio/worker';
import type { Deliveries, Journal } from '../../activities';
import { chineseCalendar } from '../../calendar/chinese';
import type { Tracing } from '../../tracing';
import { createWorker, type Delivered, type WorkerPrivacy } from '../../worker';
import { taskQueue } from '../../workflows/contract';
import { outboxName, type Messaging } from './channels';

export interface WorkerSettings {
  readonly server: NativeConnectionOptions;
  readonly clientConnection: Connection;
  readonly namespace: string;
  readonly journal: Journal;
  readonly deliveries: Deliveries;
  /** The file to which warnings go. */
  readonly log: string;
  readonly messaging: Messaging;
  readonly tracing: Tracing;
  readonly bundle: WorkflowBundle;
  readonly privacy: WorkerPrivacy;
  readonly now: () => string;
  readonly onDelivered?: Delivered;
  /** Where others work beside it: what it has in memory and cannot get to is soon theirs. Default: it is the only one. */
  readonly amongOthers?: boolean;
  /** `host:port` at which Prometheus reads the SDK's own metrics; nowhere where it is not given. */
  readonly metricsAddress?: string | null;
}

export interface RunningWorker {
  /** Rejects when the worker fails for good. */
  readonly ended: Promise<void>;
  /** Takes no more tasks, lets activities finish, and closes its connection. */
  readonly drain: () => Promise<void>;
}

/** Once a process, and right before a connection is made: an idle runtime would keep the process alive. Signals stay ours. */
function installRuntime(file: string, metricsAddress: string | null): void {
  const logger = new DefaultLogger('WARN', ({ level, message, meta, timestampNanos }) => {
    const at = new Date(Number(timestampNanos / 1_000_000n)).toISOString();
    appendFileSync(file, `${at} ${level} ${message} ${JSON.stringify(meta ?? {}, plain)}\n`);
  });
  Runtime.install({
    logger,
    shutdownSignals: [],
    telemetryOptions: {
      logging: { forward: {}, filter: 'WARN' },
      ...(metricsAddress === null
        ? {}
        : { metrics: { prometheus: { bindAddress: metricsAddress } } }),
    },
  });
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Error ? `${value.stack ?? value.message}` : value;
}

/** A command waits so long for the worker that has its workflow in memory, and was killed, before another one is asked. */
const stickyQueueScheduleToStartTimeout = '3 seconds';

export async function startWorker(settings: WorkerSettings): Promise<RunningWorker> {
  installRuntime(settings.log, settings.metricsAddress ?? null);
  const connection = await NativeConnection.connect(settings.server);
  try {
    const worker = await createWorker({
      connection,
      clientConnection: settings.clientConnection,
      namespace: settings.namespace,
      taskQueue,
      bundle: settings.bundle,
      privacy: settings.privacy,
      tracing: settings.tracing,
      dependencies: {
        calendar: chineseCalendar,
        journal: settings.journal,
        deliveries: settings.deliveries,
        ...settings.messaging,
        defaultChannel: outboxName,
        now: settings.now,
      },
      ...(settings.onDelivered === undefined ? {} : { onDelivered: settings.onDelivered }),
      ...(settings.amongOthers === true ? { tuning: { stickyQueueScheduleToStartTimeout } } : {}),
    });
    return running(worker, connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function running(worker: Worker, connection: NativeConnection): RunningWorker {
  const ended = worker.run();
  // Whoever waits for it hears of a failure; nobody need wait.
  ended.catch(() => undefined);
  return {
    ended,
    drain: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended.catch(() => undefined);
      await connection.close();
    },
  };
}
