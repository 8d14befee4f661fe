/** What a run has left behind, before anybody judges it. */
import type { CommandTally, SentCommand } from '../chaos/model/tally';
import type { ReminderTally } from '../chaos/model/reminder-tally';
import type { Tally } from './balancer/tally';
import type { Noted } from './load/answers';
import type { Done } from './strikes';
import type { TaskTimeouts } from './task-timeouts';
import type { Seen } from './watch/series';

export interface Evidence {
  readonly seed: number;
  /** From the first start to the last look. */
  readonly seconds: number;
  readonly strikes: readonly Done[];
  readonly answers: readonly Noted[];
  readonly balancer: Tally;
  readonly pages: {
    readonly people: number;
    /** Those whose session is over. */
    readonly signedOut: readonly string[];
    /** Live parts that were shown in the end. */
    readonly compared: number;
    /** Where what is shown is not what is so. */
    readonly stale: readonly string[];
  };
  /** Of people at the pages. */
  readonly commands: readonly SentCommand[];
  /** How many others sent, of the unit beside. */
  readonly besides: number;
  /** Of both. */
  readonly tally: CommandTally;
  readonly timeouts: TaskTimeouts;
  readonly gaps: readonly string[];
  readonly lines: number;
  /** Where the journals of those who live on beside the pages are not what the model has. */
  readonly disagreements: readonly string[];
  readonly reminders: ReminderTally;
  readonly restless: readonly string[];
  readonly verify: Command;
  readonly reconcile: Command & { readonly repaired: number; readonly wrong: number };
  /** By process. */
  readonly metrics: ReadonlyMap<string, Seen>;
}

/** A command of an operator's: its exit code and what it said. */
export interface Command {
  readonly exitCode: number | null;
  readonly said: string;
}
