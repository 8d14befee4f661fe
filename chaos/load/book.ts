/** Every command of the run, as those who sent it know it: what the tally holds against the journals. */
import type { SentCommand } from '../model/tally';

export interface Book {
  readonly commands: readonly SentCommand[];
  readonly sent: (command: Pick<SentCommand, 'workflow' | 'id' | 'event' | 'as'>) => void;
  /** The server took the signal. */
  readonly taken: (id: string) => void;
  readonly answered: (id: string, sequence: number) => void;
  /** Answers so far, repeated ones included. */
  readonly answers: () => number;
  /** Updates that were answered as accepted, the newest first. */
  readonly lastAnswered: (count: number) => readonly SentCommand[];
}

export function createBook(): Book {
  const commands = new Map<string, SentCommand>();
  let answers = 0;
  const change = (id: string, make: (command: SentCommand) => SentCommand): void => {
    const known = commands.get(id);
    if (known !== undefined) commands.set(id, make(known));
  };
  return {
    get commands() {
      return [...commands.values()];
    },
    sent: (command) => {
      const { sendings = 0 } = commands.get(command.id) ?? {};
      const fresh = { ...command, answers: [], taken: false, sendings: 0 };
      commands.set(command.id, {
        ...(commands.get(command.id) ?? fresh),
        sendings: sendings + 1,
      });
    },
    taken: (id) => change(id, (command) => ({ ...command, taken: true })),
    answered: (id, sequence) => {
      answers += 1;
      change(id, (command) => ({
        ...command,
        taken: true,
        answers: [...command.answers, sequence],
      }));
    },
    answers: () => answers,
    lastAnswered: (count) =>
      [...commands.values()]
        .filter(({ answers }) => answers.length > 0)
        .slice(-count)
        .reverse(),
  };
}
