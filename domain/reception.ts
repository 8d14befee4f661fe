/** What is received: one unit's one feedback with its problems, policy and people, in plain data. What `receive` starts from. */
import type { Assignment, Person } from './people';
import type { PlanClock } from './plan-clock';
import type { Policy } from './policy';
import type { Kind, Outcome, PlainDate, Recurrence, Status } from './words';

export interface Reception {
  /** As people know the rectification, e.g. `20261102-3fa9`. */
  readonly id: string;
  readonly unit: string;
  readonly inspectedBy: string | null;
  /** From when to when the inspection was at the unit, where the document says so. */
  readonly inspection: { readonly from: PlainDate | null; readonly to: PlainDate | null };
  readonly feedbackOn: PlainDate;
  readonly policy: Policy;
  readonly clock: PlanClock;
  readonly people: readonly Person[];
  /** Taken over in mid-life with the status each problem states. */
  readonly takenOver: boolean;
  /** In order of `seq`. */
  readonly problems: readonly ReceivedProblem[];
}

/** Where a problem's life begins: at the start, or in the middle when it is taken over, reclassified or reopened. */
export const entries = [
  'unassigned',
  'accepting',
  'planning',
  'rectifying',
  'upkeep',
  'signedOff',
  'closed',
] as const;
export type Entry = (typeof entries)[number];

export interface ReceivedMeasure {
  readonly ordinal: number;
  readonly text: string;
  readonly department: string | null;
  readonly due: PlainDate | null;
  readonly recurrence: Recurrence | null;
  readonly done: boolean;
}

export interface ReceivedProblem {
  readonly seq: number;
  readonly number: number | null;
  readonly section: string | null;
  readonly group: string | null;
  readonly title: string;
  readonly kind: Kind;
  readonly status: Status | null;
  /** Where its life begins. */
  readonly entry: Entry;
  readonly due: PlainDate | null;
  readonly dueWords: string | null;
  readonly handedOverOn: PlainDate;
  readonly assignment: Assignment;
  readonly measures: readonly ReceivedMeasure[];
  readonly subFindings: readonly { readonly text: string; readonly outcome: Outcome | null }[];
  readonly predecessor: string | null;
  readonly publicText: string | null;
  readonly withheld: string | null;
  /** A short hash of what the document says of it. */
  readonly digest: string;
}
