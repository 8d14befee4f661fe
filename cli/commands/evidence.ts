/** `zhenggai evidence`: the files of a problem, also while no server runs; and out with them into a folder. */
import { resolve } from 'node:path';
import { realTime } from '../../domain/plan-clock';
import type { EvidenceStore, FiledEvidence, Saved } from '../../ledger';
import { saveFile } from '../../ledger/evidence/save-file';
import { localTime } from '../../machines/local-time';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { openEvidence } from '../evidence-store';
import { withExample } from '../help';
import { json } from '../json';
import { workflowMeant } from '../ledger-target';
import { evidenceWords } from '../messages/evidence';
import { ledgerWords } from '../messages/ledger';
import { zh } from '../messages/zh';
import { withLedger } from '../open-ledger';
import { titleOf } from '../sent-words';
import { sizeWords } from '../size-words';
import { table } from '../table';

const words = evidenceWords.command;

interface Options {
  readonly save?: string;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const command = program
    .command('evidence')
    .description(words.description)
    .helpGroup(zh.program.groups.look)
    .argument(`<${ledgerWords.journal.target}>`, ledgerWords.journal.targetHelp)
    .option(`--save <${words.folder}>`, words.save)
    .option('--json', zh.options.json)
    .action(async (target: string, options: Options) => {
      const { workflow, filed } = await found(target, context);
      const store = openEvidence(context);
      if (options.save === undefined) return tellFiled(workflow, filed, store, options, context);
      return save(filed, store, resolve(context.cwd, options.save), options, context);
    });
  withExample(command, words.example);
};

function found(target: string, context: CliContext) {
  return withLedger(context, async (ledger) => {
    const workflow = await workflowMeant(target, ledger);
    return { workflow, filed: await ledger.evidence(workflow) };
  });
}

async function tellFiled(
  workflow: string,
  filed: readonly FiledEvidence[],
  store: EvidenceStore,
  options: Options,
  { out }: CliContext,
): Promise<void> {
  const all = await Promise.all(
    filed.map(async (file) => ({ ...file, isThere: await store.has(file.sha256) })),
  );
  if (options.json) return out(json(all));
  if (all.length === 0) return out(`${words.none(workflow)}\n`);
  out(`${table(words.columns, all.map(row))}\n${words.count(all.length)}\n`);
}

type Listed = FiledEvidence & { readonly isThere: boolean };

function row({ at, event, decided_by: by, size, name, isThere }: Listed): readonly string[] {
  return [
    localTime(realTime, at),
    titleOf(event),
    by ?? '',
    sizeWords(size),
    isThere ? name : words.gone(name),
  ];
}

/** One file of each name and content. */
async function save(
  filed: readonly FiledEvidence[],
  store: EvidenceStore,
  folder: string,
  options: Options,
  { out }: CliContext,
): Promise<void> {
  const distinct = new Map(filed.map((file) => [`${file.sha256} ${file.name}`, file]));
  const done: (Saved & { readonly name: string; readonly sha256: string })[] = [];
  for (const { name, sha256 } of distinct.values()) {
    const saved = await saveFile(store, { name, sha256 }, folder);
    done.push({ name, sha256, ...saved });
    if (!options.json) out(`${savedWords(name, saved)}\n`);
  }
  if (options.json) out(json(done));
  const failed = done.filter(({ kind }) => kind !== 'saved').length;
  if (failed > 0) throw new CliFailure(options.json ? '' : words.failed(failed), exitCodes.refused);
}

function savedWords(name: string, saved: Saved): string {
  return saved.kind === 'saved'
    ? words.saved(name, saved.path)
    : words.notSaved(name, evidenceWords.verify.kinds[saved.kind]);
}
