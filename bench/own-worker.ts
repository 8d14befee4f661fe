/** The system's own worker alone in its process, until it is told to stop; what it would send is dropped. */
import { Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { Journal } from '../activities';
import { createChannels } from '../activities/channels/channels';
import { chineseCalendar } from '../calendar/chinese';
import { createWorker } from '../worker';
import { workflowBundle } from '../worker/bundle';

export interface OwnWorker {
  readonly address: string;
  readonly taskQueue: string;
  readonly journal: Journal;
  /** Where the bundle is kept; where it usually is unless told. */
  readonly bundleFolder?: string;
  /** Called before it takes its first task. */
  readonly onReady?: () => void;
}

/** Any message to the process stops it. */
export async function runOwnWorker(own: OwnWorker): Promise<void> {
  const { address, taskQueue, journal, bundleFolder, onReady } = own;
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const clientConnection = await Connection.connect({ address });
  const connection = await NativeConnection.connect({ address });
  const { bundle } = await workflowBundle(bundleFolder);
  const worker = await createWorker({
    ...{ connection, clientConnection, namespace: 'default', taskQueue, bundle },
    dependencies: {
      ...{ calendar: chineseCalendar, journal },
      channels: createChannels([silent]),
      defaultChannel: silent.name,
      now: () => new Date().toISOString(),
    },
  });
  process.on('message', () => worker.shutdown());
  onReady?.();
  await worker.run();
  await connection.close();
  await clientConnection.close();
}

const silent = {
  name: 'silent',
  send: () => Promise.reject(new Error('nothing is sent here')),
};
