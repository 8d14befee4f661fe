/** One worker an arm on one server, all of them up at the same time: only who is given work takes turns. */
import type { Client } from '@temporalio/client';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { TicketWorld } from './arms/activities';
import { bundleArm, converterOf, livingArms, type LivingArm } from './arms/arms';
import type { BenchServer } from './server';
import { taskQueueOf } from './tickets';

export interface Arms {
  readonly client: Client;
  readonly world: TicketWorld;
  readonly bundles: { readonly [arm in LivingArm]: WorkflowBundle };
  readonly stop: () => Promise<void>;
}

export async function startArms(server: BenchServer): Promise<Arms> {
  const world = new TicketWorld();
  const started: Awaited<ReturnType<typeof startArm>>[] = [];
  for (const arm of livingArms) started.push(await startArm(server, world, arm));
  const bundles = Object.fromEntries(started.map(({ arm, bundle }) => [arm, bundle]));
  return {
    client: server.client,
    world,
    bundles: bundles as Arms['bundles'],
    stop: async () => {
      for (const { worker } of started) worker.shutdown();
      await Promise.all(started.map(({ running }) => running));
    },
  };
}

async function startArm(server: BenchServer, world: TicketWorld, arm: LivingArm) {
  const bundle = await bundleArm(arm);
  const worker = await Worker.create({
    connection: server.nativeConnection,
    taskQueue: taskQueueOf(arm),
    workflowBundle: bundle,
    activities: world.activities,
    maxCachedWorkflows: 2000,
    shutdownGraceTime: '10 seconds',
    ...converterOf(arm),
  });
  return { arm, bundle, worker, running: worker.run() };
}
