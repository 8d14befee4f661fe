/** What commander says of a wrong use, said in our language. Goes by its error codes and the names in its messages. */
import type { CommanderError } from 'commander';
import { exitCodes, type ExitCode } from './command';
import { zh } from './messages/zh';

export function commanderFailure(error: CommanderError): {
  readonly message: string;
  readonly exitCode: ExitCode;
} {
  if (error.exitCode === 0) return { message: '', exitCode: exitCodes.done };
  return { message: wordsOf(error), exitCode: exitCodes.usage };
}

function wordsOf({ code, message }: CommanderError): string {
  const { usage } = zh;
  const [, name = ''] = /'([^']*)'/.exec(message) ?? [];
  const [, like = ''] = /Did you mean (?:one of )?([^?]*)\?/.exec(message) ?? [];
  const flag = name.split(' ')[0]?.replace(/,$/, '') ?? '';
  switch (code) {
    case 'commander.unknownCommand':
      return usage.unknownCommand(name, like);
    case 'commander.unknownOption':
      return usage.unknownOption(name, like);
    case 'commander.missingArgument':
      return usage.missingArgument(name);
    case 'commander.optionMissingArgument':
      return usage.missingValue(longFlag(name) ?? flag);
    case 'commander.missingMandatoryOptionValue':
      return usage.missingOption(longFlag(name) ?? flag);
    case 'commander.excessArguments':
      return usage.excess;
    case 'commander.help':
      return '';
    default:
      return usage.invalid(message.replace(/^(error: )?(.* is invalid\. )?/, ''));
  }
}

function longFlag(flags: string): string | null {
  return /--[\w-]+/.exec(flags)?.[0] ?? null;
}
