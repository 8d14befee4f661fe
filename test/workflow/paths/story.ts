/** A story: what befalls problems, told as moves at instants of the plan's time. Played by `play.ts`, told back by `told.ts`. */
import type { Person } from '../../../domain/people';
import type { Policy } from '../../../domain/policy';
import type { ReceivedProblem } from '../../../domain/reception';
import type { Tuning } from '../../../engine/temporal';
import type { Told } from './told';

/** A person's id for an act of one's own, or all three where somebody recorded it. */
export type By =
  | string
  | { readonly decidedBy: string; readonly recordedBy: string; readonly basis: string }
  | { readonly workflow: string };

export interface Sent {
  readonly kind: 'sent';
  /** Plan time in Shanghai, `YYYY-MM-DD HH:MM`. */
  readonly at: string;
  readonly seq: number;
  readonly event: string;
  readonly by: By;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The reason it is refused for; null where it is accepted. */
  readonly refused: RegExp | null;
}

/** A look at a problem, kept under a name. */
export interface Look {
  readonly kind: 'look';
  readonly at: string;
  readonly seq: number;
  readonly name: string;
}

/** Starts the workflow of a closed problem again. */
export interface Reopening {
  readonly kind: 'reopening';
  readonly at: string;
  readonly seq: number;
  readonly by: By;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A signal that nobody answers, as other workflows and the Temporal UI send it. */
export interface Signalled {
  readonly kind: 'signalled';
  readonly at: string;
  readonly seq: number;
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export type Move = Sent | Look | Reopening | Signalled;

export interface Story {
  /** Also the id of its rectification: messages and journals are found by it. */
  readonly name: string;
  /** When its problems are started, plan time. */
  readonly begins: string;
  readonly feedbackOn?: string;
  readonly problems: readonly Partial<ReceivedProblem>[];
  /** Where the whole rectification is played: what it receives. It starts its problems itself; moves with `seq` 0 are its own. */
  readonly received?: readonly ReceivedProblem[];
  readonly people?: readonly Person[];
  readonly policy?: Policy;
  readonly tuning?: Tuning;
  readonly moves: readonly Move[];
  /** Facts by title; each throws where it does not hold. */
  readonly facts: Readonly<Record<string, (told: Told) => void>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** The moves on one problem of a story; the first problem unless told otherwise. */
export function on(seq: number) {
  return {
    does: (at: string, by: By, event: string, fields: Fields = {}): Sent => ({
      kind: 'sent',
      at,
      seq,
      by,
      event,
      fields,
      refused: null,
    }),
    isRefused: (at: string, by: By, event: string, refused: RegExp, fields: Fields = {}): Sent => ({
      kind: 'sent',
      at,
      seq,
      by,
      event,
      fields,
      refused,
    }),
    looks: (at: string, name: string): Look => ({ kind: 'look', at, seq, name }),
    reopens: (at: string, by: By, fields: Fields): Reopening => ({
      kind: 'reopening',
      at,
      seq,
      by,
      fields,
    }),
    signals: (at: string, event: string, payload: Fields): Signalled => ({
      kind: 'signalled',
      at,
      seq,
      event,
      payload,
    }),
  };
}

export const { does, isRefused, looks, reopens, signals } = on(1);

/** The plan of the story's rectification is approved. */
export function planApproved(at: string, story: string, seq = 1): Signalled {
  return on(seq).signals(at, 'planApproved', { by: { workflow: `rectification/${story}` } });
}

/** Department head, responsible leader, office: the whole chain at once, an hour apart at most. */
export function approvals(at: readonly [string, string, string], seq = 1): readonly Sent[] {
  const [head, leader, office] = at;
  const { does: acts } = on(seq);
  return [
    acts(head, 'head', 'approve'),
    acts(leader, 'leader', 'approve'),
    acts(office, 'office', 'approve'),
  ];
}
