/**
 * A worker of one arm alone in its process, its workflows in the main thread: the process's heap is then the one thread's
 * in which they are cached. Asked over IPC, it collects garbage and says how much is in use.
 */
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { TicketWorld } from '../arms/activities';
import { bundleArm, converterOf, type Arm } from '../arms/arms';

export interface HeapReport {
  readonly cached: number;
  /** Bytes in use after collecting garbage; 0 while something is still under way. */
  readonly heap: number;
}

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
    else process.send?.(report(worker));
  });
  process.send?.('ready');
  await worker.run();
  await connection.close();
  process.disconnect();
}

function report(worker: Worker): HeapReport {
  const status = worker.getStatus();
  const isBusy = status.numInFlightWorkflowActivations + status.numInFlightActivities > 0;
  return { cached: status.numCachedWorkflows, heap: isBusy ? 0 : heapInUse() };
}

/** The second time around finalizers have run too. */
function heapInUse(): number {
  gc?.();
  gc?.();
  return process.memoryUsage().heapUsed;
}

void main();
