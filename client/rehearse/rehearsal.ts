/** What a rehearsal answers: plain data, days and times of the plan. */
import type { Line } from '../../engine/core';
import type { Digest } from '../../domain/digest';
import type { Kind, Lamp, Outcome, PlainDate, Role, Status } from '../../domain/words';
import type { Stage } from '../../machines';
import type { Command } from './happening';

export interface Rehearsal {
  /** In order of time; of one moment in the order in which it happened. */
  readonly timetable: readonly TimetableEntry[];
  /** In order of `seq`. */
  readonly problems: readonly ProblemEnd[];
  readonly rectification: RectificationEnd;
  /** Each workflow's lines as the journal would keep them. */
  readonly journals: ReadonlyMap<string, readonly Line[]>;
  readonly messages: readonly DeliveredMessage[];
  /** Every command sent, in order, whether it was taken or refused. */
  readonly commands: readonly Command[];
}

export interface TimetableEntry {
  /** `2026-11-30 09:00`, Asia/Shanghai, the plan's time. */
  readonly at: string;
  readonly kind: EntryKind;
  /** Null: the rectification as a whole, or a message about several. */
  readonly problem: { readonly seq: number; readonly title: string } | null;
  /** Who is told, or who decided. */
  readonly to: readonly Addressee[];
  /** In Chinese: the reason of a reminder, the words of a decision or refusal, the derivation of a date. */
  readonly why: string;
  readonly lamp: Lamp | null;
}

/**
 * `reminder`: somebody is told of one matter; `digest`, `red`: the message that carries what falls on one morning; `milestone`:
 * the lamp changes and nobody is told; `deadline`: a date is computed; `decision`: somebody acted; `refusal`: and was refused.
 */
export type EntryKind =
  'reminder' | 'digest' | 'red' | 'milestone' | 'deadline' | 'decision' | 'refusal';

export interface Addressee {
  readonly id: string;
  readonly name: string;
  /** In which capacity, where it is known. */
  readonly role: Role | null;
}

export interface ProblemEnd {
  readonly seq: number;
  readonly title: string;
  readonly kind: Kind;
  readonly stage: Stage;
  readonly lamp: Lamp;
  /** What a report would print of it now. */
  readonly status: Status;
  readonly outcome: Outcome | null;
  readonly dueOn: PlainDate | null;
  readonly round: number;
}

export interface RectificationEnd {
  readonly stage: string;
  /** What the reports print at the end of the concentrated period; null before. */
  readonly atPeriodEnd: { readonly [S in Status]: number } | null;
}

export interface DeliveredMessage {
  readonly at: string;
  readonly digest: Digest;
}
