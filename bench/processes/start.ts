/** The system's worker started in a process of its own; says when the first line of a waiting problem is recorded. */
import { runOwnWorker } from '../own-worker';

const [address, taskQueue, bundleFolder] = process.argv.slice(2) as [string, string, string];

async function main(): Promise<void> {
  await runOwnWorker({
    ...{ address, taskQueue, bundleFolder },
    journal: {
      append: () => {
        process.send?.(Date.now());
        return Promise.resolve();
      },
      read: () => Promise.resolve([]),
    },
  });
  process.disconnect();
}

void main();
