/**
 * A worker of one arm alone in its process, its workflows in the main thread: the process's heap is then the one thread's
 * in which they are cached. Asked over IPC, it says how many are cached, or collects garbage and says how much is in use.
 */
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { TicketWorld } from '../arms/activities';
import { bundleArm, converterOf, type Arm } from '../arms/arms';

const [arm, address, taskQueue] = process.argv.slice(2) as [Arm, string, string];

async function main(): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: await bundleArm(arm),
    activities: new TicketWorld().activities,
    maxCachedWorkflows: 5000,
    debugMode: true,
    ...converterOf(arm),
  });
  process.on('message', (question) => {
    if (question === 'stop') worker.shutdown();
    else process.send?.(question === 'heap' ? heapInUse() : cachedAtRest(worker));
  });
  process.send?.('ready');
  await worker.run();
  await connection.close();
  process.disconnect();
}

/** How many workflows are cached; 0 while something is under way. */
function cachedAtRest(worker: Worker): number {
  const status = worker.getStatus();
  const isBusy = status.numInFlightWorkflowActivations + status.numInFlightActivities > 0;
  return isBusy ? 0 : status.numCachedWorkflows;
}

/** Bytes. The second time around finalizers have run too. */
function heapInUse(): number {
  gc?.();
  gc?.();
  return process.memoryUsage().heapUsed;
}

void main();
