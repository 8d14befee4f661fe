/** The whole command: the files of cli/commands, our help, and errors made into exit codes. */
import { Command, CommanderError } from 'commander';
import { exitCodes, type CliContext, type ExitCode } from './command';
import { filesOf } from './command-files';
import type * as Failures from './failures';
import { inOurWords } from './help';
import { json } from './json';
import { zh } from './messages/zh';
import { version } from './version';

/** @param chosen the command that is wanted, if one is: the others are not loaded then */
export function createProgram(context: CliContext, chosen = ''): Command {
  const program = new Command('zhenggai')
    .description(zh.program.description)
    .version(version(), '-V, --version', zh.program.version)
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: context.out,
      // Wrong use is said once, in our words, where errors become exit codes.
      writeErr: () => undefined,
    });
  for (const { register } of filesOf(chosen)) register(program, context);
  inOurWords(program);
  return program;
}

/** Runs one command line, without `node` and the file. Never throws. */
export async function run(args: readonly string[], given: CliContext): Promise<ExitCode> {
  let hasAnswered = false;
  const out = (text: string): void => {
    hasAnswered = true;
    given.out(text);
  };
  const context = { ...given, out };
  const program = createProgram(context, args[0]);
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return tell(error, args, context, hasAnswered);
  }
}

/** What a command has answered stays the one answer that `--json` is read for: the exit code and stderr say how it ended. */
function tell(
  error: unknown,
  args: readonly string[],
  context: CliContext,
  hasAnswered: boolean,
): ExitCode {
  const { message, exitCode, facts } = failures().failureOf(error);
  if (message !== '') {
    context.err(`${message}${hintFor(error, args)}\n`);
    if (args.includes('--json') && !hasAnswered)
      context.out(json({ error: { message, ...facts } }));
  }
  if ((context.env['ZHENGGAI_DEBUG'] ?? '') !== '' && error instanceof Error)
    context.err(`${error.stack ?? ''}\n`);
  return exitCode;
}

/** They know the errors of every part: loaded when something has failed. */
const failures = () => require('./failures') as typeof Failures;

function hintFor(error: unknown, args: readonly string[]): string {
  if (!(error instanceof CommanderError) || error.code === 'commander.unknownCommand') return '';
  const [command = ''] = args;
  return `\n${zh.usage.seeHelp(command.startsWith('-') ? 'zhenggai' : `zhenggai ${command}`)}`;
}
