/** How help looks: our headings, an example under each command. */
import type { Command } from 'commander';
import { zh } from './messages/zh';

export function withExample(command: Command, example: string): Command {
  return command.addHelpText('after', `\n${zh.program.example}：\n  ${example}`);
}

/** For the program and all its commands, once all are registered. */
export function inOurWords(program: Command): void {
  for (const command of [program, ...program.commands]) {
    command.helpOption('-h, --help', zh.program.help);
    command.usage(usageOf(command, program));
    if (command !== program && command.helpGroup() === '')
      command.helpGroup(zh.program.groups.start);
    const example = zh.program.examples[command.name()];
    if (example !== undefined) withExample(command, example);
    command.configureHelp({
      styleTitle: (title) => zh.program.headings[title] ?? title,
      subcommandTerm: (sub) => sub.name(),
    });
  }
}

function usageOf(command: Command, program: Command): string {
  if (command === program) return zh.program.usage;
  const names = command.registeredArguments.map((argument) => {
    const name = argument.name() + (argument.variadic ? '…' : '');
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [...names, zh.program.subUsage].join(' ');
}
