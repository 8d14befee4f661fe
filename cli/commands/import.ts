/** `zhenggai import`: reads a file and shows what is in it, and writes a preview to correct; starts nothing. */
import { basename } from 'node:path';
import type { ImportedFeedback } from '../../documents';
import { comparedNames, type NamesCompared } from '../../documents/people/compared';
import { departmentsNamed, peopleNamed } from '../../documents/people/namings';
import { completedPeople } from '../../documents/people/proposed';
import { previewOf } from '../../documents/preview/preview';
import { readPeople } from '../../domain/people-schema';
import type { CliContext, Register } from '../command';
import { bytesOf, textOf } from '../files';
import { withExample } from '../help';
import { summaryOf } from '../import-summary';
import { json } from '../json';
import { importPart } from '../late';
import { fileWords } from '../messages/files';
import { importingWords as words } from '../messages/importing';
import { namingWords as naming } from '../messages/naming';
import { zh } from '../messages/zh';
import { newFile, writeNew } from '../new-file';
import { peopleLines } from '../people-lines';

interface Options {
  readonly preview?: string;
  readonly people?: string;
  readonly proposePeople?: string;
  readonly force?: true;
  readonly json?: true;
}

export const register: Register = (program, context) => {
  const command = program
    .command('import')
    .description(words.description)
    .helpGroup(zh.program.groups.start)
    .argument(`<${words.file}>`, words.fileHelp)
    .option('--preview <文件>', words.previewOption)
    .option('--people <文件>', naming.peopleOption)
    .option('--propose-people <文件>', naming.proposeOption)
    .option('--force', fileWords.force)
    .option('--json', zh.options.json)
    .action((file: string, options: Options) => perform(file, options, context));
  withExample(command, words.example);
};

function perform(file: string, options: Options, context: CliContext): void {
  const files = filesOf(options, context);
  const imported = importPart().importFeedback(bytesOf(file, context.cwd), basename(file));
  const list = options.people === undefined ? null : textOf(options.people, context.cwd);
  const people = list === null ? [] : readPeople(list, options.people ?? '');
  const names = comparedNames(imported, people);
  if (options.json) context.out(json(list === null ? imported : { ...imported, people: names }));
  else {
    const about = options.people === undefined ? [] : aboutPeople(names, imported, options.people);
    context.out(`${[...summaryOf(imported), ...about].join('\n')}\n`);
  }
  const told = [
    ...(files.preview === null ? [] : preview(imported, file, files.preview)),
    ...(files.people === null ? [] : proposePeople(names, list, file, files.people)),
    ...(options.json ? [] : next(file, imported, options)),
  ];
  if (told.length > 0) context.err(`\n${told.join('\n')}\n`);
}

interface Place {
  /** As typed. */
  readonly name: string;
  readonly path: string;
}

/** Before the work: what would be written over is refused. */
function filesOf(
  { preview: previewFile, proposePeople: peopleFile, force }: Options,
  { cwd }: CliContext,
): { readonly preview: Place | null; readonly people: Place | null } {
  const place = (name: string | undefined) =>
    name === undefined ? null : { name, path: newFile(name, cwd, force) };
  return { preview: place(previewFile), people: place(peopleFile) };
}

function aboutPeople(
  names: NamesCompared,
  imported: ImportedFeedback,
  list: string,
): readonly string[] {
  const lines = peopleLines(names, naming.list(list));
  const all = new Set(peopleNamed(imported).map(({ name }) => name)).size;
  return lines.length > 0 ? ['', ...lines] : all === 0 ? [] : ['', naming.allKnown(all, list)];
}

function preview(imported: ImportedFeedback, file: string, { name, path }: Place) {
  const { problems, questions } = imported;
  writeNew(path, previewOf(imported, basename(file)));
  return [words.previewed(name, problems.length, questions.length), words.thenReceive(name)];
}

function proposePeople(
  names: NamesCompared,
  list: string | null,
  file: string,
  { name, path }: Place,
): readonly string[] {
  writeNew(path, completedPeople(list, names, basename(file)));
  return [naming.proposed(name, names.unknown.length, names.withoutRole.length)];
}

/** What a person may do next, of what was not asked for. */
function next(file: string, imported: ImportedFeedback, options: Options): readonly string[] {
  const people = new Set(peopleNamed(imported).map(({ name }) => name)).size;
  const departments = new Set(departmentsNamed(imported).map(({ name }) => name)).size;
  const compared = options.people !== undefined || options.proposePeople !== undefined;
  return [
    ...(compared || people === 0 ? [] : [naming.unnamed(people, departments, file)]),
    ...(options.preview === undefined ? [words.correct(file)] : []),
  ];
}
