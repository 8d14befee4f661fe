/** Where an instance stands: what a machine may see of it to describe it. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Child } from './child';
import type { Timer, Work } from './effects';

export interface Standing {
  /** The workflow's id: the first part of every effect's id. */
  readonly workflow: string;
  /** The root's. */
  readonly snapshot: AnyMachineSnapshot;
  /** The machines that it and its children have started; parents come first. */
  readonly children: readonly Child[];
  /** The sequence number of the last line. */
  readonly sequence: number;
  readonly timers: readonly Timer[];
  /** What is under way, and what is parked as an incident. */
  readonly work: readonly Work[];
}
