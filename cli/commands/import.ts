/** `zhenggai import`: reads a file and shows what is in it; starts nothing. */
import { basename } from 'node:path';
import { importFeedback, type ImportedFeedback } from '../../documents';
import type { Register } from '../command';
import { bytesOf } from '../files';
import { json } from '../json';
import { zh } from '../messages/zh';
import { withExample } from '../help';
import { cut, table } from '../table';

const words = zh.commands.import;

export const register: Register = (program, context) => {
  const command = program
    .command('import')
    .description(words.description)
    .helpGroup(zh.program.groups.start)
    .argument(`<${words.file}>`, words.fileHelp)
    .option('--json', zh.options.json)
    .action((file: string, options: { readonly json?: true }) => {
      const imported = importFeedback(bytesOf(file, context.cwd), basename(file));
      context.out(options.json ? json(imported) : `${summaryOf(imported)}\n`);
    });
  withExample(command, words.example);
};

function summaryOf(imported: ImportedFeedback): string {
  const { unit, feedbackOn, problems, warnings } = imported;
  const rows = problems.map(({ seq, kind, status, due, deadlineWords, measures, title }) => [
    String(seq),
    kind === null ? words.noKind : zh.kinds[kind],
    status === null ? words.noKind : zh.statuses[status],
    due ?? deadlineWords ?? '',
    String(measures.length),
    cut(title.replace(/\s+/g, ' '), 60),
  ]);
  return [
    words.heading(unit ?? words.noUnit, feedbackOn ?? words.noDate, problems.length),
    '',
    table(words.columns, rows),
    ...warningLines(warnings),
  ].join('\n');
}

export function warningLines(warnings: ImportedFeedback['warnings']): readonly string[] {
  return warnings.length === 0
    ? []
    : [
        '',
        words.warnings(warnings.length),
        ...warnings.map(({ line, message }) => words.warning(line, message)),
      ];
}
