/** What a life leaves on the server: events and bytes of its histories, for each arm and for a real problem. */
import { livingArms, type LivingArm } from '../arms/arms';
import { repeatBounded } from '../bounded';
import type { Bench, Figure, Row } from '../figure';
import { interleaved } from '../interleave';
import { problemLives, startProblems, type ProblemLife } from '../problems';
import { estimateMedian, estimateRatio } from '../statistics';
import { lives } from '../tickets';
import { sizeOf, type Size } from '../size';

type LifeName = keyof typeof lives;
const lifeNames = ['nominal', 'extended', 'reopened'] as const satisfies readonly LifeName[];

/** Lives a sample, of which the mean is taken: which activity comes back first decides how many workflow tasks there are. */
const livesPerTurn = 4;

export const histories: Figure = {
  name: 'histories',
  title: 'Histories',
  measure: async (bench) => {
    const rows: Row[] = [];
    const raw: Record<string, unknown> = {};
    for (const life of lifeNames) {
      const taken = await interleaved(livingArms, bench.options.rounds, (arm, round) => {
        bench.say(`histories: ${life}, round ${round + 1} of ${bench.options.rounds}, ${arm}`);
        return meanSize(bench, arm, life);
      });
      raw[life] = taken;
      rows.push(...rowsOf(life, taken));
    }
    const problems = await problemSizes(bench);
    return {
      rows: [...rows, ...problems.flatMap(problemRows)],
      raw: { ...raw, timeLimited: problems },
    };
  },
};

async function meanSize(bench: Bench, arm: LivingArm, life: LifeName): Promise<Size> {
  const { client, world } = await bench.arms();
  const sizes: Size[] = [];
  await repeatBounded(bench.options.quick ? 2 : livesPerTurn, 4, async () => {
    const { workflowId, runs } = await lives[life]({
      client,
      world,
      arm,
      onCommand: () => undefined,
    });
    sizes.push(sum(await Promise.all(runs.map((run) => sizeOf(client, workflowId, run)))));
  });
  return mean(sizes);
}

function rowsOf(life: LifeName, taken: { readonly [arm in LivingArm]: readonly Size[] }): Row[] {
  const row = (what: string, unit: string, of: (size: Size) => number, most?: number): Row => {
    const samples = (arm: LivingArm) => taken[arm].map(of);
    return {
      what: `${life}: ${what}`,
      unit,
      values: {
        handwritten: estimateMedian(samples('handwritten')),
        ours: estimateMedian(samples('ours')),
        naive: estimateMedian(samples('naive')),
      },
      ratio: estimateRatio(samples('ours'), samples('handwritten')),
      ...(most === undefined ? {} : { target: { of: 'ratio', bound: 'atMost', value: most } }),
    };
  };
  return [
    row('events without workflow tasks', '', ({ lasting }) => lasting, 1),
    row('events', '', ({ events }) => events),
    row('bytes', '', ({ bytes }) => bytes, 1.05),
  ];
}

interface ProblemSize {
  readonly life: ProblemLife;
  readonly sizes: readonly Size[];
}

async function problemSizes(bench: Bench): Promise<readonly ProblemSize[]> {
  const problems = await startProblems(await bench.server());
  try {
    const found: ProblemSize[] = [];
    for (const life of problemLives) {
      bench.say(`histories: a time-limited problem, ${life}`);
      const sizes: Size[] = [];
      for (let turn = 0; turn < bench.options.rounds; turn += 1)
        sizes.push(await sizeOf((await bench.server()).client, await problems.live(life)));
      found.push({ life, sizes });
    }
    return found;
  } finally {
    await problems.stop();
  }
}

function problemRows({ life, sizes }: ProblemSize): readonly Row[] {
  const row = (what: string, of: (size: Size) => number): Row => ({
    what: `timeLimited, ${life}: ${what}`,
    unit: '',
    values: { ours: estimateMedian(sizes.map(of)) },
  });
  return [row('events', ({ events }) => events), row('bytes', ({ bytes }) => bytes)];
}

function sum(sizes: readonly Size[]): Size {
  return sizes.reduce((one, other) => ({
    events: one.events + other.events,
    lasting: one.lasting + other.lasting,
    bytes: one.bytes + other.bytes,
  }));
}

function mean(sizes: readonly Size[]): Size {
  const { events, lasting, bytes } = sum(sizes);
  const n = sizes.length;
  return { events: events / n, lasting: lasting / n, bytes: bytes / n };
}
