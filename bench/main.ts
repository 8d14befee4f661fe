/** The entry of `npm run bench`: acts when it is loaded. Progress on stderr, the report on stdout. */
import { CommanderError } from 'commander';
import { runBench } from './bench';
import { readOptions } from './options';
import { reportOf } from './report';
import { keepResult } from './results';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stopping.abort(new Error('stopped')));

const began = Date.now();
const say = (text: string): void => {
  const seconds = String(Math.round((Date.now() - began) / 1000)).padStart(4);
  process.stderr.write(`${seconds} s  ${text}\n`);
};

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const result = await runBench(options, stopping.signal, say, keepResult);
  process.stdout.write(`\n${reportOf(result)}\n`);
  say(`raw results: ${keepResult(result)}`);
  if (result.failed.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.exitCode = 1;
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
});
