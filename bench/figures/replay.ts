/** How fast saved histories are replayed: what a worker does for every workflow it no longer has in its memory. */
import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { converterOf, livingArms, type LivingArm } from '../arms/arms';
import { repeatBounded } from '../bounded';
import type { Bench, Figure } from '../figure';
import { interleaved } from '../interleave';
import { estimateMedian, estimateRatio } from '../statistics';
import { nominal } from '../tickets';

type Saved = Parameters<typeof Worker.runReplayHistories>[1] extends
  AsyncIterable<infer S> | Iterable<infer S>
  ? S
  : never;

const saved = 64;
/** How often each of the saved is replayed for one sample. */
const repeats = 6;

export const replay: Figure = {
  name: 'replay',
  title: 'Replay',
  measure: async (bench) => {
    const { rounds, quick } = bench.options;
    const histories = new Map<LivingArm, readonly Saved[]>();
    for (const arm of livingArms) histories.set(arm, await save(bench, arm, quick ? 8 : saved));
    const raw = await interleaved(livingArms, rounds, async (arm, round) => {
      bench.say(`replay: round ${round + 1} of ${rounds}, ${arm}`);
      return replayed(bench, arm, histories.get(arm) ?? []);
    });
    const row = {
      what: 'nominal histories replayed',
      unit: 'a second',
      values: {
        handwritten: estimateMedian(raw.handwritten),
        ours: estimateMedian(raw.ours),
        naive: estimateMedian(raw.naive),
      },
      ratio: estimateRatio(raw.ours, raw.handwritten),
      target: { of: 'ratio', bound: 'atLeast', value: 0.8 },
    } as const;
    return { rows: [row], raw };
  },
};

async function save(bench: Bench, arm: LivingArm, count: number): Promise<readonly Saved[]> {
  const { client, world } = await bench.arms();
  const found: Saved[] = [];
  bench.say(`replay: living ${count} lives, ${arm}`);
  await repeatBounded(count, 16, async () => {
    const life = { client, world, arm, onCommand: () => undefined };
    const { workflowId } = await nominal(life);
    found.push(await historyOf(client, workflowId));
  });
  return found;
}

async function historyOf(client: Client, workflowId: string): Promise<Saved> {
  return { workflowId, history: await client.workflow.getHandle(workflowId).fetchHistory() };
}

/** Histories a second, from the first one done to the last: making the replaying worker is not counted. */
async function replayed(bench: Bench, arm: LivingArm, histories: readonly Saved[]): Promise<number> {
  const { bundles } = await bench.arms();
  const all = Array.from({ length: repeats }, () => histories).flat();
  const options = { workflowBundle: bundles[arm], ...converterOf(arm) };
  let [first, last] = [0, 0];
  for await (const { error } of Worker.runReplayHistories(options, all)) {
    if (error !== undefined) throw error;
    last = performance.now();
    if (first === 0) first = last;
  }
  return (all.length - 1) / ((last - first) / 1000);
}
