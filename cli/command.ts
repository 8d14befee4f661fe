/** What a command of `zhenggai` is given and how it fails. Every file of cli/commands exports `register: Register`. */
import type { Command } from 'commander';

/** Adds a file's commands to the program. Nothing else happens until one of them is chosen. */
export type Register = (program: Command, context: CliContext) => void;

/** The world as a command sees it, so that tests can give another. */
export interface CliContext {
  /** What was asked for, and nothing else: with `--json` pure JSON. */
  readonly out: (text: string) => void;
  /** Progress, notices and errors. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** ISO 8601 UTC. */
  readonly now: () => string;
  /** Aborted by Ctrl-C or a request to terminate. */
  readonly signal: AbortSignal;
}

/** 0: did what was asked; 1: refused or failed; 2: used wrongly or bad input; 3: no server answers. */
export const exitCodes = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Thrown by a command to end with a sentence for people and an exit code, and without a stack trace. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  readonly exitCode: ExitCode;
  /** Printed on stdout in place of an answer when `--json` was asked for. */
  readonly facts: object | null;

  constructor(
    message: string,
    exitCode: ExitCode = exitCodes.refused,
    facts: object | null = null,
  ) {
    super(message);
    this.exitCode = exitCode;
    this.facts = facts;
  }
}
