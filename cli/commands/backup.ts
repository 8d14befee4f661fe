/** `zhenggai backup` and `zhenggai restore`: the whole record as one file, and back. */
import { resolve } from 'node:path';
import type { Manifest } from '../../ledger';
import { orArchiveFailure } from '../archive-failures';
import { freeFile, tellStepsOf } from '../archive-file';
import { carriedLines, writtenLines } from '../archive-words';
import type { CliContext, Register } from '../command';
import { openEvidence } from '../evidence-store';
import { withExample } from '../help';
import { json } from '../json';
import { keepingWords } from '../messages/keeping';
import { ledgerPart } from '../late';
import { zh } from '../messages/zh';
import { withLedger } from '../open-ledger';

const { archive: words } = keepingWords;

interface Options {
  readonly output?: string;
  readonly force?: true;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const backup = program
    .command('backup')
    .description(words.backup.description)
    .helpGroup(zh.program.groups.keep)
    .option(`-o, --output <${words.file}>`, words.output)
    .option('--force', words.force)
    .option('--json', zh.options.json)
    .action((options: Options) => write(options, context));
  withExample(backup, words.backup.example);

  const restore = program
    .command('restore')
    .description(words.restore.description)
    .helpGroup(zh.program.groups.keep)
    .argument(`<${words.file}>`, words.restore.fileHelp)
    .option('--force', words.restore.force)
    .option('--json', zh.options.json)
    .action((file: string, options: Options) =>
      putBack(resolve(context.cwd, file), options, context),
    );
  withExample(restore, words.restore.example);
};

async function write(options: Options, context: CliContext): Promise<void> {
  const file = freeFile(words.backup.title, options, context);
  const evidence = openEvidence(context);
  const [now, tell] = [context.now(), tellStepsOf(context)];
  const carried = await withLedger(context, (ledger) =>
    orArchiveFailure(file, () =>
      ledger.archives.write({ file, rectification: null, evidence, now, tell }),
    ),
  );
  const lines = [words.backup.done(file), ...writtenLines(carried)];
  context.out(options.json ? json(factsOf(file, carried.manifest)) : `${lines.join('\n')}\n`);
}

async function putBack(file: string, options: Options, context: CliContext): Promise<void> {
  const evidence = openEvidence(context);
  const tell = tellStepsOf(context);
  const manifest = await orArchiveFailure(file, () =>
    ledgerPart().checkBackup(file, 'backup', tell),
  );
  const force = options.force === true;
  await withLedger(
    context,
    (ledger) =>
      orArchiveFailure(file, () =>
        ledger.archives.restore({ file, manifest, force, evidence, tell }),
      ),
    true,
  );
  const lines = [words.restore.done(file), ...carriedLines(manifest), words.restore.next];
  context.out(options.json ? json(factsOf(file, manifest)) : `${lines.join('\n')}\n`);
}

/** What programs want to know of an archive: without the list of its parts. */
export function factsOf(file: string, { entries: _entries, ...manifest }: Manifest): object {
  return { file, ...manifest };
}
