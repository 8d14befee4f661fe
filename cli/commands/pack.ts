/** `zhenggai pack` and `zhenggai unpack`: one rectification as a file that another ledger takes in. */
import { resolve } from 'node:path';
import type { Ledger } from '../../ledger';
import { orArchiveFailure } from '../archive-failures';
import { freeFile, tellStepsOf } from '../archive-file';
import { carriedLines, writtenLines } from '../archive-words';
import type { CliContext, Register } from '../command';
import { openEvidence } from '../evidence-store';
import { withExample } from '../help';
import { json } from '../json';
import { onlyRectification } from '../ledger-target';
import { issuingWords } from '../messages/issuing';
import { keepingWords } from '../messages/keeping';
import { ledgerPart } from '../late';
import { zh } from '../messages/zh';
import { withLedger } from '../open-ledger';
import { rectificationTyped } from '../resolve';
import { factsOf } from './backup';

const { archive: words } = keepingWords;

interface Options {
  readonly output?: string;
  readonly force?: true;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const pack = program
    .command('pack')
    .description(words.pack.description)
    .helpGroup(zh.program.groups.keep)
    .argument(`[${issuingWords.rectification}]`, issuingWords.rectificationHelp)
    .option(`-o, --output <${words.file}>`, words.output)
    .option('--force', words.force)
    .option('--json', zh.options.json)
    .action((target: string | undefined, options: Options) => write(target, options, context));
  withExample(pack, words.pack.example);

  const unpack = program
    .command('unpack')
    .description(words.unpack.description)
    .helpGroup(zh.program.groups.keep)
    .argument(`<${words.file}>`, words.unpack.fileHelp)
    .option('--json', zh.options.json)
    .action((file: string, options: Options) =>
      takeIn(resolve(context.cwd, file), options, context),
    );
  withExample(unpack, words.unpack.example);
};

async function write(
  target: string | undefined,
  options: Options,
  context: CliContext,
): Promise<void> {
  const evidence = openEvidence(context);
  const [now, tell] = [context.now(), tellStepsOf(context)];
  const { file, carried } = await withLedger(context, async (ledger) => {
    const rectification = await meant(target, ledger);
    const file = freeFile(`${words.pack.title}-${rectification}`, options, context);
    const writing = { file, rectification, evidence, now, tell };
    return { file, carried: await orArchiveFailure(file, () => ledger.archives.write(writing)) };
  });
  const lines = [words.pack.done(file), ...writtenLines(carried)];
  context.out(options.json ? json(factsOf(file, carried.manifest)) : `${lines.join('\n')}\n`);
}

async function meant(target: string | undefined, ledger: Ledger): Promise<string> {
  if (target === undefined) return onlyRectification(ledger);
  return rectificationTyped(target).replace(/^rectification\//, '');
}

async function takeIn(file: string, options: Options, context: CliContext): Promise<void> {
  const evidence = openEvidence(context);
  const tell = tellStepsOf(context);
  const manifest = await orArchiveFailure(file, () => ledgerPart().checkBackup(file, 'pack', tell));
  const unpacked = await withLedger(
    context,
    (ledger) =>
      orArchiveFailure(file, () => ledger.archives.unpack({ file, manifest, evidence, tell })),
    true,
  );
  const { before, added } = unpacked;
  const lines = [
    words.unpack.done(manifest.rectification ?? '', before, added['journal'] ?? 0),
    ...carriedLines(manifest),
  ];
  const facts = { ...factsOf(file, manifest), before, added };
  context.out(options.json ? json(facts) : `${lines.join('\n')}\n`);
}
