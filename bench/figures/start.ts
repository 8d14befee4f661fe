/** How long a worker takes from being started to having done its first work, with its workflows bundled before and not. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../child';
import type { Bench, Figure, Row } from '../figure';
import { startProblem } from '../problems';
import { estimateMedian } from '../statistics';

export const start: Figure = {
  name: 'start',
  title: 'Worker start',
  measure: async (bench) => {
    const turns = bench.options.rounds + 2;
    const raw: { bundled: number[]; fromSources: number[] } = { bundled: [], fromSources: [] };
    const { store } = await bench.server();
    const kept = mkdtempSync(join(store.path, 'bundle-'));
    await seconds(bench, kept);
    for (let turn = 0; turn < turns; turn += 1) {
      bench.say(`start: worker ${turn + 1} of ${turns}`);
      const fresh = mkdtempSync(join(store.path, 'bundle-'));
      raw.fromSources.push(await seconds(bench, fresh));
      raw.bundled.push(await seconds(bench, kept));
      rmSync(fresh, { recursive: true });
    }
    const row = (what: string, samples: readonly number[]): Row => ({
      what,
      unit: 's',
      values: { ours: estimateMedian(samples) },
    });
    const rows = [
      row('from process start to the first work done, bundled before', raw.bundled),
      row('from process start to the first work done, bundling first', raw.fromSources),
    ];
    return { rows, raw };
  },
};

/** A problem waits in the queue before the worker starts. */
async function seconds(bench: Bench, bundleFolder: string): Promise<number> {
  const { address, client } = await bench.server();
  const taskQueue = `start-${randomUUID()}`;
  const handle = await startProblem(client, taskQueue, { title: '等待', entry: 'rectifying' });
  const before = Date.now();
  const child = startChild('start', [address, taskQueue, bundleFolder]);
  try {
    return (Number(await child.next()) - before) / 1000;
  } finally {
    await child.stop();
    await handle.terminate();
  }
}
