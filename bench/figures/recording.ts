/** What the ledger costs: whole lives of real problems a second, their lines in JSON Lines alone and in the ledger too. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileJournal, createLedgerJournal, type Journal } from '../../activities';
import { repeatBounded } from '../bounded';
import { databasesHere, openBenchLedger, type DatabaseName } from '../databases';
import type { Bench, Figure, Row } from '../figure';
import { interleaved } from '../interleave';
import { startProblems, type Problems } from '../problems';
import { estimateMedian, estimateRatio } from '../statistics';

/** How many lives make one sample, by how many are lived at once: enough that its begin and its end weigh little. */
const loads = [
  { atOnce: 16, lives: 64 },
  { atOnce: 64, lives: 128 },
] as const;
type Load = Readonly<Record<keyof (typeof loads)[number], number>>;

type Arm = 'files' | DatabaseName;
type Samples = { readonly [arm in Arm]?: readonly number[] };

export const recording: Figure = {
  name: 'recording',
  title: 'Recording to the ledger',
  measure: async (bench) => {
    const arms: readonly Arm[] = ['files', ...databasesHere(bench.say)];
    const worlds = await startWorlds(bench, arms);
    try {
      for (const arm of arms) await live(worlds, arm, { atOnce: 16, lives: 16 });
      const raw: Record<string, Samples> = {};
      for (const load of loads) raw[load.atOnce] = await measureLoad(bench, worlds, arms, load);
      const rows = loads.flatMap(({ atOnce }) => rowsOf(atOnce, raw[atOnce] ?? {}));
      return { rows, raw, ratioOf: 'with ledger ÷ files alone' };
    } finally {
      for (const { stop } of worlds.values()) await stop();
    }
  },
};

interface World {
  readonly problems: Problems;
  readonly stop: () => Promise<void>;
}

async function startWorlds(bench: Bench, arms: readonly Arm[]): Promise<ReadonlyMap<Arm, World>> {
  const worlds = new Map<Arm, World>();
  for (const arm of arms) worlds.set(arm, await startWorld(bench, arm));
  return worlds;
}

/** A worker of its own, all on one server; only who is given work takes turns. */
async function startWorld(bench: Bench, arm: Arm): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-bench-journal-'));
  const opened = arm === 'files' ? null : await openBenchLedger(arm);
  const files = createFileJournal(folder);
  const journal: Journal = opened === null ? files : createLedgerJournal(files, opened.ledger);
  const problems = await startProblems(await bench.server(), { journal });
  return {
    problems,
    stop: async () => {
      await problems.stop();
      await opened?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function measureLoad(
  bench: Bench,
  worlds: ReadonlyMap<Arm, World>,
  arms: readonly Arm[],
  load: Load,
): Promise<Samples> {
  const { quick, rounds } = bench.options;
  const { atOnce, lives } = load;
  const fewer = quick ? { atOnce, lives: Math.round(lives / 4) } : load;
  return interleaved(arms, rounds, (arm, round) => {
    bench.say(`recording: ${atOnce} at once, round ${round + 1} of ${rounds}, ${arm}`);
    return live(worlds, arm, fewer);
  });
}

/** Lives a second; a life ends when its last line is recorded. */
async function live(
  worlds: ReadonlyMap<Arm, World>,
  arm: Arm,
  { atOnce, lives }: Load,
): Promise<number> {
  const problems = worlds.get(arm)?.problems;
  const before = performance.now();
  await repeatBounded(lives, atOnce, async () => problems?.rush());
  return lives / ((performance.now() - before) / 1000);
}

function rowsOf(atOnce: number, { files = [], ...ledgers }: Samples): readonly Row[] {
  return Object.entries(ledgers).map(([database, samples]) => ({
    what: `problems’ lives, ${atOnce} at once, ${database}`,
    unit: 'a second',
    values: { files: estimateMedian(files), 'files and ledger': estimateMedian(samples) },
    ratio: estimateRatio(samples, files),
    target: { of: 'ratio', bound: 'atLeast', value: 0.9 },
  }));
}
