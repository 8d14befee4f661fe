/** The system's worker started in a process of its own; says when the first line of a waiting problem is recorded. */
import { Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createChannels } from '../../activities/channels/channels';
import { chineseCalendar } from '../../calendar/chinese';
import { createWorker } from '../../worker';
import { workflowBundle } from '../../worker/bundle';

const [address, taskQueue, bundleFolder] = process.argv.slice(2) as [string, string, string];

async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const clientConnection = await Connection.connect({ address });
  const connection = await NativeConnection.connect({ address });
  const { bundle } = await workflowBundle(bundleFolder);
  const worker = await createWorker({
    ...{ connection, clientConnection, namespace: 'default', taskQueue, bundle },
    dependencies: {
      calendar: chineseCalendar,
      journal: {
        append: () => {
          process.send?.(Date.now());
          return Promise.resolve();
        },
        read: () => Promise.resolve([]),
      },
      channels: createChannels([silent]),
      defaultChannel: silent.name,
      now: () => new Date().toISOString(),
    },
  });
  process.on('message', () => worker.shutdown());
  await worker.run();
  await connection.close();
  await clientConnection.close();
  process.disconnect();
}

const silent = {
  name: 'silent',
  send: () => Promise.reject(new Error('nothing is sent here')),
};

void main();
