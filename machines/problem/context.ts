/** What a problem remembers: plain JSON, all of it. */
import type { Entry } from '../../domain/reception';
import type { Assignment, Person } from '../../domain/people';
import type { PlanClock } from '../../domain/plan-clock';
import type { Policy } from '../../domain/policy';
import type { DueRule } from '../../domain/schedule';
import type { MeasureMilestone } from '../../domain/measure-schedule';
import type { Instant, Kind, Lamp, Outcome, PlainDate, Recurrence } from '../../domain/words';
import type { Chain } from '../chain';
import type { Waits } from '../waits';

export interface Measure {
  readonly ordinal: number;
  readonly text: string;
  readonly department: string | null;
  /** A date of its own, watched apart; null: the problem's. */
  readonly due: PlainDate | null;
  readonly recurrence: Recurrence | null;
  readonly doneAt: Instant | null;
}

export interface SubFinding {
  readonly text: string;
  readonly outcome: Outcome | null;
}

export type PetitionKind = 'extension' | 'carryOver' | 'reclassification' | 'explanation';

/** Something asked for that others decide: an extension, a carry-over, another kind, an explanation. */
export interface Petition {
  readonly kind: PetitionKind;
  readonly reason: string;
  readonly due: PlainDate | null;
  readonly toKind: Kind | null;
  readonly chain: Chain;
}

export interface Upkeep {
  /** From 1. */
  readonly cycle: number;
  readonly cycles: number;
  readonly everyMonths: number;
  readonly reportedBy: string | null;
}

/** What the schedule said of the measures, and how far it has come. */
export interface MeasureWatch {
  /** From when milestones are watched: what lies before sends nothing. */
  readonly since: Instant;
  /** When the schedule was asked again: what is past by then was said before, or its time is over. Null: asked once. */
  readonly toldUntil: Instant | null;
  readonly milestones: readonly MeasureMilestone[];
  readonly reached: number;
}

export interface ProblemContext {
  /** Set by the engine before each step. */
  readonly now: Instant;
  readonly entry: Entry;
  /** The rectification's workflow id; null when the problem stands alone. */
  readonly rectification: string | null;
  readonly unit: string;
  /** Its place in the whole list; `number` is what the document prints and may repeat. */
  readonly seq: number;
  readonly number: number | null;
  readonly section: string | null;
  readonly group: string | null;
  readonly title: string;
  readonly predecessor: string | null;
  readonly publicText: string | null;
  readonly withheld: string | null;
  readonly kind: Kind;
  readonly policy: Policy;
  readonly clock: PlanClock;
  readonly people: readonly Person[];
  readonly feedbackOn: PlainDate;
  /** From when an immediate problem counts. */
  readonly handedOverOn: PlainDate;
  readonly assignment: Assignment;
  readonly measures: readonly Measure[];
  readonly subFindings: readonly SubFinding[];
  readonly round: number;
  /** The work's date: a rule, and the words it had in the document. */
  readonly due: DueRule;
  readonly dueWords: string | null;
  /** The day that came of the rule when it was last scheduled; null before. */
  readonly dueOn: PlainDate | null;
  readonly waits: Waits;
  readonly measureWatch: MeasureWatch | null;
  /** The work's date was missed and no return or carry-over has set a new one. */
  readonly missed: boolean;
  /** Why the lamp is yellow; null when it is not. */
  readonly behind: string | null;
  readonly carriedOver: boolean;
  readonly extensions: number;
  readonly petition: Petition | null;
  readonly submission: {
    readonly by: string;
    readonly at: Instant;
    readonly onTime: boolean;
  } | null;
  readonly review: Chain | null;
  /** The lamp of the work's wait when it last ended. */
  readonly workLamp: Lamp;
  readonly suspension: {
    readonly reason: string;
    readonly until: PlainDate;
    readonly at: Instant;
    /** It stands still. */
    readonly lamp: Lamp;
  } | null;
  readonly urge: { readonly by: string; readonly text: string; readonly due: PlainDate } | null;
  readonly upkeep: Upkeep | null;
  /** The phase result of a long-term problem: its due rule, from which upkeep counts. */
  readonly phase: { readonly at: Instant; readonly due: DueRule } | null;
  readonly signedOff: { readonly at: Instant; readonly by: string } | null;
  readonly progress: { readonly at: Instant; readonly by: string; readonly text: string } | null;
  readonly lookedBack: { readonly at: Instant; readonly verdict: 'passed' | 'relapsed' } | null;
  readonly outcome: Outcome | null;
  readonly mergedInto: number | null;
}
