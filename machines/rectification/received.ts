/** One received problem as `addProblems` carries it: all that its workflow begins with, in plain data. */
import type { Assignment } from '../../domain/people';
import type { Kind, Outcome, PlainDate, Recurrence, Status } from '../../domain/words';
import type { Entry } from '../problem/context';

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
