/** How fast saved histories are replayed: what a worker does for every workflow it no longer has in its memory. */
import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { converterOf, livingArms, type LivingArm } from '../arms/arms';
import { repeatBounded } from '../bounded';
import type { Bench, Figure, Row } from '../figure';
import { interleaved } from '../interleave';
import { estimateMedian, estimateRatio, exact } from '../statistics';
import { nominal } from '../tickets';

interface Saved {
  readonly workflowId: string;
  readonly history: Awaited<
    ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>
  >;
}

type ByArm<T> = { readonly [arm in LivingArm]: T };

/** Lived one after another: the naive arm's histories of lives lived at once do not replay. */
const savedApart = 16;
const savedTogether = 32;
const livedAtOnce = 16;
/** How often each of the saved is replayed for one sample. */
const repeats = 15;

export const replay: Figure = {
  name: 'replay',
  title: 'Replay',
  measure: async (bench) => {
    const { rounds } = bench.options;
    const apart = await eachArm((arm) => save(bench, arm, savedApart, 1));
    const together = await eachArm((arm) => save(bench, arm, savedTogether, livedAtOnce));
    const unfit = await eachArm((arm) => failures(bench, arm, together[arm]));
    const rates = await interleaved(livingArms, rounds, (arm, round) => {
      bench.say(`replay: round ${round + 1} of ${rounds}, ${arm}`);
      return replayed(bench, arm, apart[arm]);
    });
    return { rows: [rateRow(rates), unfitRow(unfit)], raw: { rates, unfit } };
  },
};

function rateRow(rates: ByArm<readonly number[]>): Row {
  return {
    what: 'nominal histories replayed',
    unit: 'a second',
    values: {
      handwritten: estimateMedian(rates.handwritten),
      ours: estimateMedian(rates.ours),
      naive: estimateMedian(rates.naive),
    },
    ratio: estimateRatio(rates.ours, rates.handwritten),
    target: { of: 'ratio', bound: 'atLeast', value: 0.8 },
  };
}

function unfitRow({ handwritten, ours, naive }: ByArm<number>): Row {
  return {
    what: `of ${savedTogether} lived ${livedAtOnce} at once, histories that do not replay`,
    unit: '',
    values: { handwritten: exact(handwritten), ours: exact(ours), naive: exact(naive) },
  };
}

async function eachArm<T>(of: (arm: LivingArm) => Promise<T>): Promise<ByArm<T>> {
  return { handwritten: await of('handwritten'), ours: await of('ours'), naive: await of('naive') };
}

async function save(
  bench: Bench,
  arm: LivingArm,
  count: number,
  atOnce: number,
): Promise<readonly Saved[]> {
  const { client, world } = await bench.arms();
  const found: Saved[] = [];
  bench.say(`replay: ${count} lives to replay, ${atOnce} at once, ${arm}`);
  await repeatBounded(count, atOnce, async () => {
    const life = { client, world, arm, onCommand: () => undefined };
    const { workflowId } = await nominal(life);
    const history = await client.workflow.getHandle(workflowId).fetchHistory();
    found.push({ workflowId, history });
  });
  return found;
}

async function failures(
  bench: Bench,
  arm: LivingArm,
  histories: readonly Saved[],
): Promise<number> {
  let failed = 0;
  for await (const { error } of Worker.runReplayHistories(await optionsOf(bench, arm), histories))
    if (error !== undefined) failed += 1;
  return failed;
}

/** Histories a second, from the first one done to the last: making the replaying worker is not counted. */
async function replayed(
  bench: Bench,
  arm: LivingArm,
  histories: readonly Saved[],
): Promise<number> {
  const all = Array.from({ length: repeats }, () => histories).flat();
  let [first, last] = [0, 0];
  for await (const { error } of Worker.runReplayHistories(await optionsOf(bench, arm), all)) {
    if (error !== undefined) throw error;
    last = performance.now();
    if (first === 0) first = last;
  }
  return (all.length - 1) / ((last - first) / 1000);
}

async function optionsOf(bench: Bench, arm: LivingArm) {
  const { bundles } = await bench.arms();
  return { workflowBundle: bundles[arm], ...converterOf(arm) };
}
