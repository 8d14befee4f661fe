/** Whole lives a second at one, sixteen and sixty-four at a time, and how long a command takes to be answered meanwhile. */
import { livingArms, type LivingArm } from '../arms/arms';
import { repeatBounded } from '../bounded';
import type { Bench, Figure, Row } from '../figure';
import { interleaved } from '../interleave';
import { estimateMedian, estimateQuantile, estimateRatio, median } from '../statistics';
import { nominal } from '../tickets';

/** How many lives make one sample, by how many are lived at once. */
const loads = [
  { atOnce: 1, lives: 8 },
  { atOnce: 16, lives: 32 },
  { atOnce: 64, lives: 64 },
] as const;

interface Sample {
  readonly livesASecond: number;
  /** Round trips of every command, milliseconds. */
  readonly commands: readonly number[];
}

type Samples = { readonly [arm in LivingArm]: readonly Sample[] };

export const lifecycles: Figure = {
  name: 'lifecycles',
  title: 'Lifecycles and commands',
  measure: async (bench) => {
    const raw: Record<string, Samples> = {};
    await live(bench, 'handwritten', { atOnce: 16, lives: 16 });
    await live(bench, 'ours', { atOnce: 16, lives: 16 });
    await live(bench, 'naive', { atOnce: 16, lives: 16 });
    for (const load of loads) raw[load.atOnce] = await measureLoad(bench, load);
    const rows = loads.flatMap(({ atOnce }) => rowsOf(atOnce, raw[atOnce]));
    return { rows, raw };
  },
};

interface Load {
  readonly atOnce: number;
  readonly lives: number;
}

function measureLoad(bench: Bench, load: Load): Promise<Samples> {
  const { quick, rounds } = bench.options;
  const { atOnce, lives } = load;
  const fewer = quick ? { atOnce, lives: Math.max(4, Math.round(lives / 4)) } : load;
  return interleaved(livingArms, rounds, (arm, round) => {
    bench.say(`lifecycles: ${atOnce} at once, round ${round + 1} of ${rounds}, ${arm}`);
    return live(bench, arm, fewer);
  });
}

async function live(bench: Bench, arm: LivingArm, { atOnce, lives }: Load): Promise<Sample> {
  const { client, world } = await bench.arms();
  const commands: number[] = [];
  const onCommand = (milliseconds: number): void => void commands.push(milliseconds);
  const before = performance.now();
  await repeatBounded(
    lives,
    atOnce,
    async () => void (await nominal({ client, world, arm, onCommand })),
  );
  const seconds = (performance.now() - before) / 1000;
  return { livesASecond: lives / seconds, commands };
}

function rowsOf(
  atOnce: number,
  samples: Samples = { handwritten: [], ours: [], naive: [] },
): readonly Row[] {
  const rates = (arm: LivingArm) => samples[arm].map(({ livesASecond }) => livesASecond);
  const lived: Row = {
    what: `lifecycles, ${atOnce} at once`,
    unit: 'a second',
    values: byArm((arm) => estimateMedian(rates(arm))),
    ratio: estimateRatio(rates('ours'), rates('handwritten')),
    target: { of: 'ratio', bound: 'atLeast', value: 0.95 },
  };
  return [lived, ...[0.5, 0.95, 0.99].map((q) => commandRow(atOnce, samples, q))];
}

/** The ratio is of medians taken side by side; high quantiles need all samples together and have none. */
function commandRow(atOnce: number, samples: Samples, q: number): Row {
  const all = (arm: LivingArm) => samples[arm].flatMap(({ commands }) => commands);
  const medians = (arm: LivingArm) => samples[arm].map(({ commands }) => median(commands));
  return {
    what: `command answered, ${atOnce} at once, p${q * 100}`,
    unit: 'ms',
    values: byArm((arm) => estimateQuantile(all(arm), q)),
    ...(q === 0.5 ? { ratio: estimateRatio(medians('ours'), medians('handwritten')) } : {}),
  };
}

function byArm<T>(of: (arm: LivingArm) => T): { readonly [arm in LivingArm]: T } {
  return { handwritten: of('handwritten'), ours: of('ours'), naive: of('naive') };
}
