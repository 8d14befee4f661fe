/** The system's own worker in a process of its own, recording to a ledger; what it would send is dropped. */
import { Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createChannels } from '../../activities/channels/channels';
import { chineseCalendar } from '../../calendar/chinese';
import { openLedger } from '../../ledger';
import { createWorker } from '../../worker';
import { workflowBundle } from '../../worker/bundle';
import { taskQueue } from '../../workflows/contract';

const [address, ledgerUrl] = process.argv.slice(2) as [string, string];

async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const clientConnection = await Connection.connect({ address });
  const connection = await NativeConnection.connect({ address });
  const ledger = await openLedger(ledgerUrl);
  const { bundle } = await workflowBundle();
  const worker = await createWorker({
    ...{ connection, clientConnection, namespace: 'default', taskQueue, bundle },
    dependencies: {
      calendar: chineseCalendar,
      journal: { append: ledger.append, read: ledger.read },
      channels: createChannels([silent]),
      defaultChannel: silent.name,
      now: () => new Date().toISOString(),
    },
  });
  process.on('message', () => worker.shutdown());
  process.send?.('ready');
  await worker.run();
  await ledger.close();
  await connection.close();
  await clientConnection.close();
  process.disconnect();
}

const silent = {
  name: 'silent',
  send: () => Promise.reject(new Error('nothing is sent here')),
};

void main();
