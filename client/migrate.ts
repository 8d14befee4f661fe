/** Moves running workflows from one version of their machine to another; the plan for each is made here, from its state. */
import { randomUUID } from 'node:crypto';
import {
  compareVersions,
  migrate,
  restore,
  type Difference,
  type MigrationPlan,
  type Registry,
} from '../engine/core';
import { migrateUpdate } from '../engine/temporal/engine-updates';
import { workflowTypeOf } from '../workflows/contract';
import { mapBounded } from './bounded';
import type { Calls } from './calls';
import type { Sent } from './command';
import { listRunning } from './list';
import { stateOf } from './read';
import { sendOne } from './send';
import type { By } from './sender';

export interface Migrating {
  readonly machine: string;
  readonly from: string;
  readonly to: string;
  /** Only these workflows, to try it on a few first; by default all that run. */
  readonly only?: readonly string[];
  /** After each workflow that was asked or moved. */
  readonly onProgress?: (progress: { readonly done: number; readonly of: number }) => void;
}

export interface MigrationOutlook {
  /** What separates the two versions, whoever is where. */
  readonly differences: readonly Difference[];
  /** What would happen to each workflow that runs on the old version; those with obstacles would stay. */
  readonly plans: readonly MigrationPlan[];
  /** Workflows that did not say where they stand. */
  readonly silent: readonly { readonly workflow: string; readonly why: string }[];
}

export interface MigrationResult extends MigrationOutlook {
  /** What came of each that was asked to move, in the order of the plans. */
  readonly sent: readonly Sent[];
}

/** Questions and moves at once; the server and one worker share a small machine. */
const atOnce = 8;

/**
 * The dry run: asks every running workflow for its state and works out what moving it would do. Changes nothing.
 *
 * @throws UnknownMachineError when a version is not registered here
 */
export async function planMigration(
  calls: Calls,
  registry: Registry,
  { machine, from, to, only, onProgress = () => undefined }: Migrating,
): Promise<MigrationOutlook> {
  const [old, next] = [from, to].map((version) => registry.get({ name: machine, version }));
  const running = only ?? (await listRunning(calls, workflowTypeOf(machine)));
  const silent: { workflow: string; why: string }[] = [];
  let done = 0;
  const plans = await mapBounded(running, atOnce, async (workflow) => {
    const plan = await planOf(calls, registry, workflow, { machine, from, to }).catch(
      (error: unknown) => {
        silent.push({ workflow, why: error instanceof Error ? error.message : String(error) });
        return null;
      },
    );
    onProgress({ done: (done += 1), of: running.length });
    return plan;
  });
  const differences = old === undefined || next === undefined ? [] : compareVersions(old, next);
  return { differences, plans: plans.filter((plan) => plan !== null), silent };
}

async function planOf(
  calls: Calls,
  registry: Registry,
  workflow: string,
  { machine, from, to }: Migrating,
): Promise<MigrationPlan | null> {
  const persisted = await stateOf(calls, workflow);
  if (persisted.machine.name !== machine || persisted.machine.version !== from) return null;
  return migrate(restore(registry, persisted), to, new Date().toISOString(), null).plan;
}

/** Moves every workflow that can move; each plans again for itself, for it may have changed meanwhile. The rest stays as it is. */
export async function migrateRunning(
  calls: Calls,
  registry: Registry,
  { by, ...migrating }: Migrating & { readonly by: By },
): Promise<MigrationResult> {
  const { onProgress = () => undefined, ...asked } = migrating;
  const outlook = await planMigration(calls, registry, asked);
  const movable = outlook.plans.filter(({ obstacles }) => obstacles.length === 0);
  let done = 0;
  const sent = await mapBounded(movable, atOnce, async ({ workflow }) => {
    const fields = { to: migrating.to };
    const command = { id: randomUUID(), event: migrateUpdate, fields, by };
    const one = await sendOne(calls, workflow, command);
    onProgress({ done: (done += 1), of: movable.length });
    return one;
  });
  return { ...outlook, sent };
}
