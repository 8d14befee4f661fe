/** What a workflow in a worker's memory costs: the heap of the thread that holds it, above what the bare sandbox takes. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { argumentsOf, type Arm } from '../arms/arms';
import { repeatBounded } from '../bounded';
import { startChild, type Child } from '../child';
import type { Bench, Figure, Row } from '../figure';
import { estimateMedian, exact, type Estimate } from '../statistics';
import { ticketInput } from '../tickets';

const arms = ['bare', 'handwritten', 'ours', 'naive'] as const satisfies readonly Arm[];
/** Cached before the first reading: what is compiled and cached once is no workflow's own. */
const warming = 10;
const steps = 10;

/** Heap in use after 0, 1, … steps of workflows, bytes. */
type Readings = readonly number[];

export const heap: Figure = {
  name: 'heap',
  title: 'Heap of a cached workflow',
  measure: async (bench) => {
    const size = bench.options.quick ? 20 : 100;
    const readings = new Map<Arm, Readings>();
    for (const arm of arms) {
      bench.say(`heap: ${size * steps} cached workflows, ${arm}`);
      readings.set(arm, await read(bench, arm, size));
    }
    const of = (arm: Arm): Readings => readings.get(arm) ?? [];
    const rows = [rowAfter(1, size, of), rowAfter(steps, size, of), bareRow(size, of)];
    return { rows, raw: Object.fromEntries(readings) };
  },
};

async function read(bench: Bench, arm: Arm, size: number): Promise<Readings> {
  const { address, client } = await bench.server();
  const taskQueue = `heap-${arm}-${randomUUID()}`;
  const child = startChild('heap', [arm, address, taskQueue]);
  const start = (count: number): Promise<void> =>
    repeatBounded(count, 32, async () => {
      const args = argumentsOf(arm, ticketInput());
      await client.workflow.start('ticket', {
        workflowId: `heap/${randomUUID()}`,
        taskQueue,
        args,
      });
    });
  try {
    await child.next();
    const readings: number[] = [];
    for (let step = 0; step <= steps; step += 1) {
      await start(step === 0 ? warming : size);
      readings.push(await atRest(child, warming + step * size));
    }
    return readings;
  } finally {
    await child.stop();
  }
}

/** The heap in use once all are cached and the worker has been idle for half a second, bytes. */
async function atRest(child: Child, cached: number): Promise<number> {
  for (let quiet = 0; quiet < 10;) {
    await pause(50);
    quiet = (await child.ask('cached')) === cached ? quiet + 1 : 0;
  }
  return Number(await child.ask('heap'));
}

/** Kilobytes a workflow above the bare one's, from the first workflow to the last; the interval is that of the steps. */
function rowAfter(count: number, size: number, of: (arm: Arm) => Readings): Row {
  const above = (arm: Arm): Estimate => {
    const each = each100(of(arm), size).slice(0, count);
    const bare = mean(each100(of('bare'), size).slice(0, count));
    const value = mean(each) - bare;
    if (count === 1) return exact(value);
    return { ...estimateMedian(each.map((kilobytes) => kilobytes - bare)), value };
  };
  return {
    what: `heap of a cached workflow above the bare sandbox's, ${count * size} cached`,
    unit: 'KB',
    values: { handwritten: above('handwritten'), ours: above('ours'), naive: above('naive') },
    target: { of: 'ours', bound: 'atMost', value: 40 },
  };
}

function bareRow(size: number, of: (arm: Arm) => Readings): Row {
  return {
    what: 'heap of a bare workflow itself',
    unit: 'KB',
    values: { bare: estimateMedian(each100(of('bare'), size)) },
  };
}

/** Kilobytes a workflow of each step. */
function each100(readings: Readings, size: number): readonly number[] {
  return readings
    .slice(1)
    .map((reading, index) => (reading - (readings[index] ?? 0)) / size / 1024);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
