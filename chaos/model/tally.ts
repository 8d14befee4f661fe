/** What was sent and what came of it, against the journals: nothing lost, nothing twice, answers true. */
import type { Line } from './history';

/** A command as the run knows it. */
export interface SentCommand {
  readonly workflow: string;
  readonly id: string;
  readonly event: string;
  /** `update`: answered with its line's number. `signal`: taken by the server, answered by nobody. */
  readonly as: 'update' | 'signal';
  /** Every number it was answered with; none while nothing is known of it. */
  readonly answers: readonly number[];
  /** The server took it, or the workflow answered it as accepted. */
  readonly taken: boolean;
  /** How often it was sent. */
  readonly sendings: number;
}

export interface CommandTally {
  /** Accepted lines of commands of this run. */
  readonly accepted: number;
  /** Answered as accepted, or taken by the server as a signal, and in no line. */
  readonly lost: readonly string[];
  /** Accepted in more than one line. */
  readonly twice: readonly string[];
  /** Answered with a number that is not its line's, or with two. */
  readonly misanswered: readonly string[];
}

export function tallyCommands(
  commands: readonly SentCommand[],
  journal: (workflow: string) => readonly Line[],
): CommandTally {
  const found = commands.map((command) => ({
    command,
    lines: journal(command.workflow).filter(({ cause }) => cause === command.id),
  }));
  const names = (which: (each: (typeof found)[number]) => boolean): readonly string[] =>
    found.filter(which).map(({ command }) => `${command.workflow} ${command.event} ${command.id}`);
  return {
    accepted: found.filter(({ lines }) => lines.some(isAccepted)).length,
    lost: names(({ command, lines }) => command.taken && !lines.some(isAnswer(command))),
    twice: names(({ lines }) => lines.filter(isAccepted).length > 1),
    misanswered: names(({ command, lines }) => {
      const sequence = lines.find(isAccepted)?.sequence;
      return command.answers.some((answer) => answer !== sequence);
    }),
  };
}

/** A signal may have been refused where it arrived: that is a line too. */
function isAnswer({ as }: SentCommand) {
  return (line: Line): boolean => isAccepted(line) || (as === 'signal' && line.kind === 'refused');
}

function isAccepted({ kind }: Line): boolean {
  return kind === 'accepted';
}

/** Workflows whose lines are not numbered 1, 2, 3…, with the place. */
export function gapsIn(
  workflow: string,
  lines: readonly Pick<Line, 'sequence'>[],
): readonly string[] {
  const at = lines.findIndex(({ sequence }, index) => sequence !== index + 1);
  return at === -1 ? [] : [`${workflow}: line ${at + 1} is numbered ${lines[at]?.sequence}`];
}
