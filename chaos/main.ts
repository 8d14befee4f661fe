/** `npm run chaos`: breaks the running system at random moments and says what was lost. Exit code 1 when anything was. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { optionsOf, type Options } from './options';
import { run } from './run';
import { detailsOf, isClean, tableOf } from './table';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main({ seed, faults, store }: Options): Promise<number> {
  say(`seed ${seed}`);
  const made = mkdtempSync(join(tmpdir(), 'zhenggai-chaos-'));
  const folder = store === null ? join(made, 'store') : resolve(store);
  const temporal = process.env['TEMPORAL_CLI_PATH'] ?? 'temporal';
  const findings = await run({ seed, faults, store: folder, temporal, say });
  say(`\n${tableOf(findings)}`);
  if (isClean(findings)) {
    rmSync(made, { recursive: true, force: true, maxRetries: 5 });
    return 0;
  }
  say(`\n${detailsOf(findings)}\n\nThe store is kept: ${folder}`);
  return 1;
}

function usage(error: unknown): number {
  say(error instanceof Error ? error.message : String(error));
  return 2;
}

function start(): Promise<number> {
  const seed = Math.floor(Math.random() * 1_000_000);
  let options: Options;
  try {
    options = optionsOf(process.argv.slice(2), seed);
  } catch (error) {
    return Promise.resolve(usage(error));
  }
  return main(options);
}

void start().then((code) => {
  process.exitCode = code;
});
