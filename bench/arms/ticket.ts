/** The lifecycle that every arm runs, as what crosses its border. Pure data and words: bundled with each arm, knows no engine. */

export type Stage = 'closed' | 'working' | 'reviewing' | 'approving' | 'done';
export type Lamp = 'normal' | 'approaching' | 'overdue';

/** Instants are ISO 8601 UTC. */
export interface TicketInput {
  readonly title: string;
  readonly owner: string;
  readonly reviewer: string;
  readonly remindAt: string;
  readonly dueAt: string;
  /** From 1; a later round is a closed ticket that is opened again. */
  readonly round: number;
}

export interface TicketOutput {
  readonly round: number;
  readonly extensions: number;
}

/** Who sends a command. */
export interface By {
  readonly person: string;
}

export interface Submit {
  readonly text: string;
  readonly by: string;
}

export interface Extend {
  readonly remindAt: string;
  readonly dueAt: string;
  readonly by: string;
}

export interface Approve {
  readonly text: string;
  readonly by: string;
}

export interface Reopen {
  readonly reason: string;
  readonly by: string;
}

/** What an accepted command answers. */
export interface TicketAnswer {
  readonly sequence: number;
  readonly duplicate: boolean;
  readonly state: Stage;
  readonly shown: Shown;
}

export interface Shown {
  readonly lamp: Lamp;
  readonly round: number;
}

/** One line of the journal, alike in all arms. */
export interface TicketLine {
  readonly sequence: number;
  readonly at: string;
  readonly kind: 'begun' | 'accepted' | 'timer' | 'outcome';
  readonly event: string;
  readonly fields: unknown;
  readonly by: By | null;
  readonly cause: string | null;
  readonly from: string;
  readonly to: string;
  readonly shown: Shown;
  readonly reason: null;
}

/** An activity's request: `key` is the idempotency key of what it does. */
export interface Request<I> {
  readonly key: string;
  readonly input: I;
}

export interface ReviewInput {
  readonly title: string;
  readonly text: string;
}

export interface ReviewResult {
  readonly remarks: string;
}

export interface RemindInput {
  readonly title: string;
  readonly to: string;
  readonly lamp: Lamp;
  /** The instant it was due. */
  readonly dueAt: string;
}

/** The activities, alike in all arms. */
export interface TicketActivities {
  review(request: Request<ReviewInput>): Promise<ReviewResult>;
  remind(request: Request<RemindInput>): Promise<null>;
  record(request: {
    readonly workflow: string;
    readonly lines: readonly { readonly sequence: number; readonly to: string }[];
  }): Promise<void>;
}

/** What people see of a ticket. */
export interface Facts extends Shown {
  readonly title: string;
  readonly stage: Stage;
  readonly remindAt: string | null;
  readonly dueAt: string | null;
}

/** Search attributes, alike in all arms. */
export function attributesOf({ title, stage, lamp, round, remindAt, dueAt }: Facts) {
  return {
    Title: title,
    Stage: stage,
    Lamp: lamp,
    Round: round,
    DueAt: dueAt,
    NextAt: remindAt ?? dueAt,
  };
}

/** Current details in markdown, alike in all arms. */
export function detailsOf({ title, stage, lamp, round, remindAt, dueAt }: Facts): string {
  return [
    `### ${title}`,
    '',
    `- **Stage**: ${stage}, ${lamp}, round ${round}`,
    ...(remindAt === null ? [] : [`- **Next reminder**: ${remindAt}`]),
    ...(dueAt === null ? [] : [`- **Due**: ${dueAt}`]),
  ].join('\n');
}

export const reminderSummary = 'remind the owner: it is due soon';
export const deadlineSummary = 'remind the owner: it is late';
export const reviewSummary = 'review what was submitted';

/** What the Temporal UI says of a recording of these lines. */
export function recordingSummary(first: number, last: number): string {
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}
