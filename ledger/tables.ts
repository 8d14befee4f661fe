/** The tables as the code sees them; `migrations/` makes them. Instants are ISO 8601 UTC texts, as the lines have them. */

export interface Tables {
  readonly chains: ChainRow;
  readonly workflows: WorkflowRow;
  readonly journal: JournalRow;
  readonly problems: ProblemRow;
}

/** One a rectification: how far its chain has come. */
export interface ChainRow {
  readonly id: string;
  readonly ordinal: number;
  readonly head: string;
}

/** One a workflow: its last line. */
export interface WorkflowRow {
  readonly id: string;
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
}

/** 流转记录: one a line. `text` is the truth; what is beside it is taken from it, so that it can be looked for. */
export interface JournalRow {
  readonly workflow: string;
  readonly sequence: number;
  readonly chain: string;
  readonly ordinal: number;
  readonly at: string;
  readonly kind: string;
  readonly event: string;
  /** The person who decided; null for timers, outcomes and other workflows. */
  readonly decided_by: string | null;
  readonly text: string;
  readonly hash: string;
  readonly head: string;
}

/** 台账: one a problem, as its last line has it. */
export interface ProblemRow {
  readonly workflow: string;
  readonly rectification: string;
  readonly seq: number;
  /** As of this line. */
  readonly sequence: number;
  readonly unit: string | null;
  readonly section: string | null;
  readonly title: string | null;
  readonly kind: string | null;
  readonly stage: string | null;
  readonly lamp: string | null;
  readonly round: number | null;
  readonly due_on: string | null;
  readonly department: string | null;
  readonly responsible_leader: string | null;
  readonly changed_at: string;
}
