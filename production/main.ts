/** `npm run production`: the production set-up under load, each of its processes struck once. Exit code 1 when anything did not hold. */
import { runFromCommandLine, say } from '../chaos/world/command-line';
import { checksOf, holds } from './checks';
import { help, optionsOf, type Options } from './options';
import { run } from './run';
import { detailsOf, tableOf } from './table';
import { startHouse } from './world/house';

async function main(options: Options): Promise<number> {
  say(`seed ${options.seed}`);
  const since = performance.now();
  const tell = (text: string): void => say(`${secondsSince(since)} s  ${text}`);
  const programs = process.env['TEMPORAL_CLUSTER_FOLDER'] ?? '';
  const house = await startHouse({ programs, say: tell });
  let isKept = true;
  try {
    const evidence = await run(house, options, tell);
    const checks = checksOf(evidence);
    say(`\n${tableOf(evidence, checks)}`);
    if (!holds(checks)) say(`\n${detailsOf(checks)}`);
    isKept = options.keep || !holds(checks);
    return holds(checks) ? 0 : 1;
  } finally {
    await house.stop(isKept);
    if (isKept) say(`\nThe installation is kept: ${house.folder}`);
  }
}

const secondsSince = (since: number): string =>
  String(Math.round((performance.now() - since) / 1000)).padStart(4);

runFromCommandLine({
  ...{ name: 'the run', help, main },
  optionsOf: (args) => optionsOf(args, Math.floor(Math.random() * 1_000_000)),
});
