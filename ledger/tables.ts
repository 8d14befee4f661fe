/** The tables as the code sees them; `migrations/` makes them. Instants are ISO 8601 UTC texts, as the lines have them. */
import type { ColumnType, GeneratedAlways, Selectable } from 'kysely';

export interface Tables {
  readonly chains: ChainRow;
  readonly workflows: WorkflowRow;
  readonly journal: JournalRow;
  readonly rectifications: RectificationTable;
  readonly problems: ProblemTable;
  readonly measures: MeasureRow;
  readonly people: PersonRow;
  readonly milestones: MilestoneRow;
  readonly documents: DocumentRow;
  readonly deliveries: DeliveryRow;
  readonly evidence: EvidenceRow;
  readonly texts: TextRow;
  readonly problem_texts: ProblemTextRow;
  readonly refusals: RefusalRow;
  readonly tokens: TokenRow;
  readonly turns: TurnRow;
  readonly feeds: FeedRow;
  readonly drafts: DraftRow;
  readonly author_parts: AuthorPartRow;
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

/** Anything a machine said: read as what it was, written as JSON. */
type Facts = ColumnType<Readonly<Record<string, unknown>>, string, string>;

/** 台账: one a problem, as its last line has it. What is in `shown` and `facts` is columns of its own where it is looked for. */
export interface ProblemTable {
  readonly workflow: string;
  readonly rectification: string;
  readonly seq: number;
  /** As of this line. */
  readonly sequence: number;
  readonly shown: Facts;
  readonly facts: Facts;
  readonly changed_at: string;
  readonly unit: GeneratedAlways<string | null>;
  readonly section: GeneratedAlways<string | null>;
  readonly title: GeneratedAlways<string | null>;
  readonly kind: GeneratedAlways<string | null>;
  readonly stage: GeneratedAlways<string | null>;
  readonly lamp: GeneratedAlways<string | null>;
  readonly status: GeneratedAlways<string | null>;
  readonly round: GeneratedAlways<number | null>;
  readonly due_on: GeneratedAlways<string | null>;
  readonly department: GeneratedAlways<string | null>;
  readonly responsible_leader: GeneratedAlways<string | null>;
}
export type ProblemRow = Selectable<ProblemTable>;

/** One a rectification, as its last line has it. */
export interface RectificationTable {
  readonly workflow: string;
  /** As people know it. */
  readonly id: string;
  readonly sequence: number;
  readonly shown: Facts;
  readonly facts: Facts;
  readonly changed_at: string;
  readonly unit: GeneratedAlways<string | null>;
  readonly feedback_on: GeneratedAlways<string | null>;
  readonly stage: GeneratedAlways<string | null>;
  readonly lamp: GeneratedAlways<string | null>;
}
export type RectificationRow = Selectable<RectificationTable>;

export interface MeasureRow {
  readonly workflow: string;
  readonly ordinal: number;
  readonly text: string;
  readonly department: string | null;
  readonly due: string | null;
  readonly recurrence: string | null;
  readonly done_at: string | null;
}

export interface PersonRow {
  readonly rectification: string;
  readonly id: string;
  readonly name: string;
  /** Separated by spaces. */
  readonly roles: string;
  readonly department: string | null;
}

export interface MilestoneRow {
  readonly workflow: string;
  /** The line that says it. */
  readonly sequence: number;
  readonly rectification: string;
  readonly wait: string;
  /** `due`: a date was worked out; else the milestone that was reached. */
  readonly what: string;
  readonly due_on: string | null;
  readonly due_at: string | null;
  readonly at: string;
  readonly why: string;
}

/** 佐证材料: one a file that a line names. */
export interface EvidenceRow {
  readonly workflow: string;
  /** The line that names it. */
  readonly sequence: number;
  /** Counts the line's files from 1. */
  readonly ordinal: number;
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** A document that was written for people. */
export interface DocumentRow {
  readonly rectification: string;
  /** What it is: `bulletin`. */
  readonly name: string;
  readonly sha256: string;
  readonly as_of: string;
  /** The head it was made from, and how many lines that stands for. */
  readonly lines: number;
  readonly head: string;
  readonly made_at: string;
  /** The person's id; null where nobody noted it. */
  readonly made_by: string | null;
  /** What its author added and which problems were wanted, as JSON; null where nobody noted it. */
  readonly made_with: string | null;
}

/** A line in which people wrote something. */
export interface TextRow {
  readonly workflow: string;
  readonly sequence: number;
  readonly at: string;
  readonly decided_by: string | null;
  /** All of it, folded: `search/grams.ts`. */
  readonly text: string;
  readonly grams: readonly number[];
}

/** What a problem is looked up by. */
export interface ProblemTextRow {
  readonly workflow: string;
  /** Title, section, unit, department, names; folded. */
  readonly text: string;
  /** Ids and names of those who have to do with it. */
  readonly people: readonly string[];
  readonly grams: readonly number[];
}

/** A message to one person through one channel. */
export interface DeliveryRow {
  readonly key: string;
  readonly channel: string;
  readonly address: string;
  readonly person: string;
  readonly name: string;
  readonly day: string;
  readonly subject: string;
  readonly red: boolean;
  /**
   * `claimed`: a sender has it in hand, was stopped with it, or got no answer: what came of it is not known. `replaced`: this
   * channel failed, and the person's next one was tried.
   */
  readonly status: 'claimed' | 'sent' | 'failed' | 'replaced';
  readonly attempts: number;
  readonly claimed_at: string;
  readonly settled_at: string | null;
  readonly detail: string | null;
}

/** A command that was refused without a line of its workflow's: one a workflow and command. */
export interface RefusalRow {
  readonly workflow: string;
  /** The command's id. */
  readonly command: string;
  readonly rectification: string;
  readonly at: string;
  readonly event: string;
  readonly decided_by: string | null;
  /** All of it as JSON, in the form of a line without a number. */
  readonly text: string;
  /** What people wrote with it, and why it was refused; folded: `search/grams.ts`. */
  readonly words: string;
}

/** A line by which a problem's lamp, stage or status became another. */
export interface TurnRow {
  readonly workflow: string;
  readonly sequence: number;
  readonly rectification: string;
  readonly at: string;
  readonly lamp: string | null;
  readonly stage: string | null;
  readonly status: string | null;
  /** Null, all three, for a problem's first line. */
  readonly lamp_before: string | null;
  readonly stage_before: string | null;
  readonly status_before: string | null;
}

/** 日历订阅: the secret address of an account's dates. */
export interface FeedRow {
  readonly account: string;
  /** SHA-256 of the secret, hex. */
  readonly token_hash: string;
  readonly language: string;
  readonly made_at: string;
  /** When it was last asked for; null: never yet. */
  readonly read_at: string | null;
}

/** 收件 in progress: a list that was uploaded and is being corrected. */
export interface DraftRow {
  readonly id: string;
  /** For which unit it is received. */
  readonly unit: string;
  /** Who uploaded it. */
  readonly account: string;
  /** The file's name. */
  readonly name: string;
  /** As corrected so far: JSON that its pages know. */
  readonly content: string;
  /** How far receiving has come, as JSON; null: not begun. */
  readonly receiving: string | null;
  readonly version: number;
  readonly made_at: string;
  readonly changed_at: string;
}

/** What authors write for the documents of a rectification and no workflow asks for: JSON that `documents/` knows. */
export interface AuthorPartRow {
  readonly rectification: string;
  readonly content: string;
  /** The person's id. */
  readonly written_by: string;
  readonly written_at: string;
}

/** A token of an account, for programs. */
export interface TokenRow {
  readonly id: string;
  readonly account: string;
  /** What its owner calls it. */
  readonly name: string;
  /** Separated by spaces. */
  readonly scopes: string;
  readonly token_hash: string;
  readonly made_at: string;
  readonly expires_at: string;
  readonly revoked_at: string | null;
  readonly used_at: string | null;
}
