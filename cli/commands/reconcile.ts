/** `zhenggai reconcile`: 数据核对 of the ledger against Temporal, the store's journal files and the evidence. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Zhenggai } from '../../client';
import type { Ledger } from '../../ledger';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { withZhenggai } from '../connect';
import { openEvidence } from '../evidence-store';
import { withExample } from '../help';
import { json } from '../json';
import { reconcilePart } from '../late';
import { evidenceWords } from '../messages/evidence';
import { keepingWords } from '../messages/keeping';
import { zh } from '../messages/zh';
import { withLedger } from '../open-ledger';
import { reportWords } from '../reconcile/report-words';
import { stillWrong, type Report } from '../reconcile/report';
import { sometimes } from '../sometimes';
import { storeOf } from '../store';
import { tellNoFolder } from '../verify-evidence';
import { countWaiting, tellWaiting } from '../waiting-refusals';

const words = keepingWords.reconcile;

interface Options {
  readonly dryRun?: boolean;
  /** False with `--no-evidence`. */
  readonly evidence: boolean;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const command = program
    .command('reconcile')
    .description(words.description)
    .helpGroup(zh.program.groups.repair)
    .option('--dry-run', words.dryRun)
    .option('--no-evidence', evidenceWords.verify.skip)
    .option('--json', zh.options.json)
    .action((options: Options) => run(options, context));
  withExample(command, words.example);
};

async function run(options: Options, context: CliContext): Promise<void> {
  // What was lost with the ledger's folder is built again from what is beside it.
  const make = existsSync(storeOf(context));
  const report = await withLedger(
    context,
    (ledger) => withTemporal(context, (temporal) => compare(ledger, temporal, options, context)),
    make,
  );
  tellNoFolder(report.evidence?.faults ?? [], openEvidence(context), context);
  const wrong = stillWrong(report);
  context.out(options.json ? json({ ...report, wrong }) : `${reportWords(report)}\n`);
  if (wrong > 0) throw new CliFailure(words.wrong(wrong), exitCodes.refused);
}

function compare(
  ledger: Ledger,
  temporal: Zhenggai | string,
  { dryRun = false, evidence }: Options,
  context: CliContext,
): Promise<Report> {
  const tell = sometimes(context);
  const store = storeOf(context);
  return reconcilePart().reconcileAll({
    ...{ ledger, temporal, dryRun },
    folder: join(store, 'journal'),
    evidence: evidence ? openEvidence(context) : null,
    tellWaiting: async () => (dryRun ? countWaiting(store) : tellWaiting(store, ledger)),
    onProgress: (done, of) => tell(() => words.progress(done, of)),
    onDeriving: (lines) => tell(() => words.deriving(lines)),
    onEvidence: (files, bytes) =>
      tell(() => evidenceWords.verify.progress(files, megabytes(bytes))),
  });
}

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024);

/** The work is done without Temporal too, and told why there is none. */
async function withTemporal<Result>(
  context: CliContext,
  work: (temporal: Zhenggai | string) => Promise<Result>,
): Promise<Result> {
  let isThere = false;
  try {
    return await withZhenggai(context, (zhenggai) => {
      isThere = true;
      return work(zhenggai);
    });
  } catch (error) {
    const isUnreachable = error instanceof CliFailure && error.exitCode === exitCodes.unreachable;
    if (isThere || !isUnreachable) throw error;
    return work(error.message);
  }
}
