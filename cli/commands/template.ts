/** `zhenggai template`: an empty Excel form for a list of problems, with what may be chosen. */
import { templateWorkbook } from '../../documents/template/template';
import { readPeople } from '../../domain/people-schema';
import type { CliContext, Register } from '../command';
import { textOf } from '../files';
import { withExample } from '../help';
import { fileWords } from '../messages/files';
import { templateWords as words } from '../messages/importing';
import { zh } from '../messages/zh';
import { newFile, writeNew } from '../new-file';

interface Options {
  readonly output?: string;
  readonly people?: string;
  readonly force?: true;
}

export const register: Register = (program, context) => {
  const command = program
    .command('template')
    .description(words.description)
    .helpGroup(zh.program.groups.start)
    .option('-o, --output <文件>', words.output)
    .option('--people <文件>', words.people)
    .option('--force', fileWords.force)
    .action((options: Options) => perform(options, context));
  withExample(command, words.example);
};

async function perform(
  { output = words.file, people: list, force }: Options,
  { cwd, out }: CliContext,
): Promise<void> {
  const path = newFile(output, cwd, force);
  const people = list === undefined ? [] : readPeople(textOf(list, cwd), list);
  writeNew(path, await templateWorkbook(people));
  out(`${words.written(output)}\n`);
}
