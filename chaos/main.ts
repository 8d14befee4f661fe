/** `npm run chaos`: breaks the running system at random moments and says what was lost. Exit code 1 when anything was. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { flood, floodTable, isFloodClean } from './flood';
import { runRecording } from './recording/run';
import { isRecordingClean, recordingDetails, recordingTable } from './recording/table';
import { help, optionsOf, type Options } from './options';
import { run } from './run';
import { detailsOf, isClean, tableOf } from './table';
import { runFromCommandLine, say } from './world/command-line';

interface Outcome {
  readonly clean: boolean;
  readonly text: string;
}

async function main(options: Options): Promise<number> {
  say(`seed ${options.seed}`);
  const made = options.store === null ? mkdtempSync(join(tmpdir(), 'zhenggai-chaos-')) : null;
  const store = join(made ?? resolve(options.store ?? ''), 'store');
  const { clean, text } = await outcomeOf(options, store);
  say(`\n${text}`);
  if (clean && made !== null) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  else say(`\nThe store is kept: ${store}`);
  return clean ? 0 : 1;
}

async function outcomeOf(options: Options, store: string): Promise<Outcome> {
  const { seed, faults, flood: count } = options;
  if (options.ledger) return recordingOutcome(options, store);
  const temporal = process.env['TEMPORAL_CLI_PATH'] ?? 'temporal';
  if (count !== null) {
    const findings = await flood({ count, store, temporal });
    return { clean: isFloodClean(findings), text: floodTable(findings) };
  }
  const findings = await run({ seed, faults, store, temporal, say });
  const clean = isClean(findings);
  return { clean, text: `${tableOf(findings)}${clean ? '' : `\n\n${detailsOf(findings)}`}` };
}

async function recordingOutcome({ seed, faults }: Options, store: string): Promise<Outcome> {
  const findings = await runRecording({ seed, kills: faults, store, say });
  const clean = isRecordingClean(findings);
  const table = recordingTable(seed, findings);
  return { clean, text: clean ? table : `${table}\n\n${recordingDetails(findings)}` };
}

runFromCommandLine({
  ...{ name: 'the run', help, main },
  optionsOf: (args) => optionsOf(args, Math.floor(Math.random() * 1_000_000)),
});
