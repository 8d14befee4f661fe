/** One run: the figures that were asked for, one after another, on one server; whatever happens, what was started is stopped. */
import { execFileSync } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startArms, type Arms } from './arm-workers';
import type { Bench, Measured } from './figure';
import { figures } from './figures';
import { thisMachine } from './machine';
import type { BenchOptions, FigureName } from './options';
import type { Result } from './report';
import { startBenchServer, type BenchServer } from './server';

type Say = (text: string) => void;

/** @param keep is given what there is after each figure: nothing measured is lost, however the run ends */
export async function runBench(
  options: BenchOptions,
  signal: AbortSignal,
  say: Say,
  keep: (result: Result) => void,
): Promise<Result> {
  const date = new Date();
  const about = {
    date: date.toISOString(),
    commit: commit(),
    machine: thisMachine(process.env['TEMPORAL_CLI_PATH'] ?? 'temporal'),
    options,
  };
  const resultSoFar = (): Result => ({
    ...about,
    seconds: (Date.now() - date.getTime()) / 1000,
    figures: found,
    failed,
  });
  const stage = new Stage(signal, say);
  const found: Partial<Record<FigureName, Measured & { title: string }>> = {};
  const failed: FigureName[] = [];
  try {
    for (const { name, title, measure } of figures.filter(({ name: one }) =>
      options.only.includes(one),
    )) {
      if (signal.aborted) break;
      try {
        found[name] = { title, ...(await measure(stage.bench(options))) };
        keep(resultSoFar());
      } catch (error) {
        failed.push(name);
        say(`${name} could not be measured: ${String(error)}`);
      }
    }
  } finally {
    await stage.clear();
  }
  return resultSoFar();
}

/** The server and the workers: there once somebody needs them, cleared away at the end. */
class Stage {
  private readonly signal: AbortSignal;
  private readonly say: Say;
  private server: Promise<BenchServer> | null = null;
  private arms: Promise<Arms> | null = null;

  constructor(signal: AbortSignal, say: Say) {
    // Everybody who waits in a figure waits for it.
    setMaxListeners(0, signal);
    this.signal = signal;
    this.say = say;
  }

  bench(options: BenchOptions): Bench {
    const server = (): Promise<BenchServer> => (this.server ??= startBenchServer(this.signal));
    const arms = (): Promise<Arms> => (this.arms ??= server().then(startArms));
    const { say, signal } = this;
    return { options, server, arms, say, pause: (ms) => pause(ms, undefined, { signal }) };
  }

  async clear(): Promise<void> {
    // What did not come up was told when it was asked for.
    const gone = (): undefined => undefined;
    const [arms, server] = [await this.arms?.catch(gone), await this.server?.catch(gone)];
    await arms?.stop();
    await server?.stop();
  }
}

function commit(): string {
  try {
    const git = (...args: readonly string[]): string =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}
