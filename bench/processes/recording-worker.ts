/** The system's own worker in a process of its own, recording to a ledger. */
import { openLedger } from '../../ledger';
import { taskQueue } from '../../workflows/contract';
import { runOwnWorker } from '../own-worker';

const [address, ledgerUrl] = process.argv.slice(2) as [string, string];

async function main(): Promise<void> {
  const ledger = await openLedger(ledgerUrl);
  await runOwnWorker({
    ...{ address, taskQueue },
    journal: { append: ledger.append, read: ledger.read },
    onReady: () => void process.send?.('ready'),
  });
  await ledger.close();
  process.disconnect();
}

void main();
