/** The whole command: every file of cli/commands, our help, and errors made into exit codes. */
import { Command, CommanderError } from 'commander';
import { exitCodes, type CliContext, type ExitCode } from './command';
import * as backup from './commands/backup';
import * as deliveries from './commands/deliveries';
import * as evidence from './commands/evidence';
import * as events from './commands/events';
import * as importing from './commands/import';
import * as incidents from './commands/incidents';
import * as issue from './commands/issue';
import * as ledger from './commands/ledger';
import * as list from './commands/list';
import * as migrate from './commands/migrate';
import * as newKey from './commands/new-key';
import * as pack from './commands/pack';
import * as reassign from './commands/reassign';
import * as reconcile from './commands/reconcile';
import * as receive from './commands/receive';
import * as rehearse from './commands/rehearse';
import * as show from './commands/show';
import * as template from './commands/template';
import * as up from './commands/up';
import * as worker from './commands/worker';
import { failureOf } from './failures';
import { inOurWords } from './help';
import { json } from './json';
import { zh } from './messages/zh';
import { version } from './version';

const commands = [
  up,
  worker,
  newKey,
  template,
  importing,
  receive,
  rehearse,
  list,
  show,
  ledger,
  evidence,
  issue,
  deliveries,
  backup,
  pack,
  incidents,
  migrate,
  reconcile,
  events,
  reassign,
];

export function createProgram(context: CliContext): Command {
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
  for (const { register } of commands) register(program, context);
  inOurWords(program);
  return program;
}

/** Runs one command line, without `node` and the file. Never throws. */
export async function run(args: readonly string[], context: CliContext): Promise<ExitCode> {
  const program = createProgram(context);
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return tell(error, args, context);
  }
}

function tell(error: unknown, args: readonly string[], context: CliContext): ExitCode {
  const { message, exitCode, facts } = failureOf(error);
  if (message !== '') {
    context.err(`${message}${hintFor(error, args)}\n`);
    if (args.includes('--json')) context.out(json({ error: { message, ...facts } }));
  }
  if ((context.env['ZHENGGAI_DEBUG'] ?? '') !== '' && error instanceof Error)
    context.err(`${error.stack ?? ''}\n`);
  return exitCode;
}

function hintFor(error: unknown, args: readonly string[]): string {
  if (!(error instanceof CommanderError) || error.code === 'commander.unknownCommand') return '';
  const [command = ''] = args;
  return `\n${zh.usage.seeHelp(command.startsWith('-') ? 'zhenggai' : `zhenggai ${command}`)}`;
}
