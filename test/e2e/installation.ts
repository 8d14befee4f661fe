/** A worker of ours and a client beside it on a server that runs, with keys of their own; several on one server. */
import type { Connection } from '@temporalio/client';
import { Client } from '@temporalio/client';
import { NativeConnection, type WorkflowBundle } from '@temporalio/worker';
import type { JournalLine } from '../../activities';
import { createChannels } from '../../activities/channels/channels';
import { chineseCalendar } from '../../calendar/chinese';
import { Zhenggai } from '../../client';
import { clientConverter, type KeyRing } from '../../codec';
import { createWorker } from '../../worker';
import { namingAttributes } from '../../workflows/contract';
import { installRuntime } from '../runtime';

export interface Installation {
  readonly client: Client;
  readonly zhenggai: Zhenggai;
  /** Every line that was recorded, in order. */
  readonly lines: readonly JournalLine[];
  readonly stop: () => Promise<void>;
}

export interface Setting {
  readonly connection: Connection;
  readonly address: string;
  readonly bundle: WorkflowBundle;
  readonly taskQueue: string;
  readonly keys: KeyRing;
  /** What the first attempt to record something fails with. */
  readonly failing?: string;
}

/** Titles and names are hidden where there is a key. */
export async function startInstallation(setting: Setting): Promise<Installation> {
  const { keys, taskQueue, address, bundle } = setting;
  // Failed tasks are what half of these tests are about.
  installRuntime({ silent: true });
  const lines: JournalLine[] = [];
  const failures = { failing: setting.failing };
  const hiddenAttributes = keys.current === null ? [] : namingAttributes;
  const connection = await NativeConnection.connect({ address });
  const worker = await createWorker({
    ...{ connection, bundle, taskQueue },
    clientConnection: setting.connection,
    namespace: 'default',
    privacy: { keys, hiddenAttributes },
    dependencies: {
      calendar: chineseCalendar,
      journal: {
        append: (_workflow, fresh) => {
          const { failing } = failures;
          failures.failing = undefined;
          if (failing !== undefined) return Promise.reject(new Error(failing));
          return Promise.resolve(void lines.push(...fresh));
        },
        read: () => Promise.resolve([]),
      },
      channels: createChannels([{ name: 'none', send: () => Promise.reject(new Error('none')) }]),
      defaultChannel: 'none',
      now: () => new Date().toISOString(),
    },
  });
  const running = worker.run();
  const client = clientWith(setting.connection, keys);
  return {
    client,
    lines,
    zhenggai: new Zhenggai({ client, taskQueue, hiddenAttributes, deadlineMs: 20_000 }),
    stop: async () => {
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

export function clientWith(connection: Connection, keys: KeyRing): Client {
  return new Client({ connection, dataConverter: clientConverter(keys) });
}
