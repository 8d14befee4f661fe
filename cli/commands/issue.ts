/** `zhenggai bulletin`, `report`, `ledger` and the others: documents written from the ledger, also while no server runs. */
import { basename } from 'node:path';
import { isPlainDate } from '../../domain/plain-date';
import {
  documentNames,
  documentsOut,
  gapsIn,
  summaryText,
  type DocumentName,
} from '../../documents/export/documents';
import type { RectificationRecord } from '../../documents/export/record';
import {
  issuedDocument,
  noAuthorsPart,
  readAuthorsPart,
  recordOf,
  todayIn,
  type AuthorsPart,
} from '../../documents/record';
import type { Ledger } from '../../ledger';
import { CliFailure, exitCodes, type CliContext, type Register } from '../command';
import { textOf } from '../files';
import { withExample } from '../help';
import { json } from '../json';
import { onlyRectification } from '../ledger-target';
import { fileWords } from '../messages/files';
import { issuingWords as words } from '../messages/issuing';
import { zh } from '../messages/zh';
import { newFile, writeNew } from '../new-file';
import { withLedger } from '../open-ledger';
import { problemsTyped, rectificationTyped } from '../resolve';
import { stageWord } from '../stage-word';
import { seqWords } from '../../domain/seq-words';

interface Options {
  readonly asOf?: string;
  readonly with?: string;
  readonly problems?: readonly string[];
  readonly output?: string;
  readonly force?: true;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  for (const name of documentNames) {
    const command = program
      .command(name)
      .description(words.documents[name].description)
      .helpGroup(zh.program.groups.look)
      .argument(`[${words.rectification}]`, words.rectificationHelp)
      .option('--as-of <日期>', words.asOf)
      .option('--with <文件>', words.with)
      .option('-o, --output <文件>', words.output)
      .option('--force', fileWords.force)
      .option('--json', zh.options.json)
      .action((target: string | undefined, options: Options) =>
        issue(name, target, options, context),
      );
    if (documentsOut[name].byProblem)
      command.option('--problems <序号>', words.problems, severalWords);
    withExample(command, words.documents[name].example);
  }
};

/** `1,2 5-9`, and the option given several times. */
function severalWords(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...given.split(/[\s,，、]+/).filter((word) => word !== '')];
}

async function issue(
  name: DocumentName,
  target: string | undefined,
  options: Options,
  context: CliContext,
): Promise<void> {
  const author = authorOf(options, context);
  const { made, record, file } = await withLedger(context, async (ledger) => {
    const record = await recordFor(ledger, target, author, options, context);
    const file = fileFor(name, record, options, context);
    const problems = seqsOf(options, record);
    const made = await make(name, file, record, problems);
    writeNew(file, made);
    await ledger.noteDocument({
      ...issuedDocument(name, made, record, { author, problems }),
      ...{ made_at: context.now(), made_by: null },
    });
    return { made, record, file };
  });
  const gaps = documentsOut[name].extension === 'docx' ? gapsIn(made) : 0;
  tell(name, file, record, gaps, options, context);
}

function make(
  name: DocumentName,
  file: string,
  record: RectificationRecord,
  problems: readonly number[] | null,
): Promise<Uint8Array> {
  if (name === 'summary' && file.endsWith('.md')) return Promise.resolve(summaryText(record));
  return documentsOut[name].make(record, problems);
}

function seqsOf({ problems }: Options, record: RectificationRecord): readonly number[] | null {
  const seqs = problems === undefined ? null : problemsTyped(problems).map(({ seq }) => seq);
  const unknown = (seqs ?? []).filter((seq) => record.problems.every((each) => each.seq !== seq));
  if (unknown.length > 0) throw usage(words.noProblems(seqWords(unknown)));
  return seqs;
}

function authorOf({ with: authors }: Options, { cwd }: CliContext): AuthorsPart {
  return authors === undefined
    ? noAuthorsPart
    : readAuthorsPart(textOf(authors, cwd), basename(authors));
}

async function recordFor(
  ledger: Ledger,
  target: string | undefined,
  author: AuthorsPart,
  { asOf }: Options,
  { now }: CliContext,
): Promise<RectificationRecord> {
  if (asOf !== undefined && !isPlainDate(asOf)) throw usage(words.badDate(asOf));
  const id =
    target === undefined
      ? await onlyRectification(ledger)
      : rectificationTyped(target).replace(/^rectification\//, '');
  const lines = await ledger.readRectification(id);
  const day = asOf ?? todayIn(lines, now());
  const record = recordOf({ id, lines, asOf: day, author, stageWord });
  if (record !== null) return record;
  throw new CliFailure(words.nothingYet(id, day), exitCodes.refused, { code: 'noTarget' });
}

function fileFor(
  name: DocumentName,
  { id, asOf }: RectificationRecord,
  { output, force }: Options,
  { cwd }: CliContext,
): string {
  const { extension } = documentsOut[name];
  return newFile(output ?? `${words.documents[name].title}-${id}-${asOf}.${extension}`, cwd, force);
}

function tell(
  name: DocumentName,
  file: string,
  { problems, asOf, journal }: RectificationRecord,
  gaps: number,
  options: Options,
  { out }: CliContext,
): void {
  const count = problems.length;
  if (options.json) return out(json({ name, file, problems: count, asOf, journal, gaps }));
  const lines = [
    words.written(words.documents[name].title, file),
    words.from(count, asOf, journal.lines, journal.hash),
    ...(gaps === 0 ? [] : [words.gaps(gaps)]),
  ];
  out(`${lines.join('\n')}\n`);
}

function usage(message: string): CliFailure {
  return new CliFailure(message, exitCodes.usage, { code: 'usage' });
}
