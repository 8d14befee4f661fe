/** What the activity `schedule` is asked and what it answers: plain data that crosses the workflow's border. */
import type { PlanClock } from './plan-clock';
import type { Policy } from './policy';
import type { Instant, Lamp, PlainDate, Role } from './words';

/** Every wait that has a date. Each has a ladder in the policy and a due rule in the request. */
export const waits = [
  'acceptance',
  'plan',
  'work',
  'measure',
  'review',
  'suspension',
  'carryOver',
  'upkeep',
  'lookBack',
  'urge',
  'progress',
  'arrears',
  'period',
  'rest',
  'report',
  'publicity',
] as const;
export type Wait = (typeof waits)[number];

/**
 * How a due day is found. What is computed moves off a day not worked; a named day never moves. `what` is the event a
 * period counts from, as it reads before 之日: 反馈, 分办, 集中整改期满. Build them with `dueRules(policy)`.
 */
export type DueRule =
  | { readonly kind: 'named'; readonly date: PlainDate; readonly words?: string | null }
  | {
      readonly kind: 'workingDays';
      readonly from: PlainDate;
      readonly count: number;
      /** The first day is counted if it is worked; by default it is not counted. */
      readonly inclusive?: boolean;
      readonly what: string;
    }
  | {
      readonly kind: 'calendarDays';
      readonly from: PlainDate;
      readonly count: number;
      readonly inclusive: boolean;
      readonly what: string;
    }
  | {
      readonly kind: 'months';
      readonly from: PlainDate;
      readonly count: number;
      readonly what: string;
    }
  | {
      readonly kind: 'workingDaysBefore';
      readonly end: DueRule;
      readonly count: number;
      readonly what: string;
    }
  | { readonly kind: 'monthLastWorkingDay'; readonly month: string; readonly what: string }
  | { readonly kind: 'then'; readonly first: DueRule; readonly next: ThenRule }
  | { readonly kind: 'later'; readonly of: readonly DueRule[]; readonly what: string };

/** A period counted from the end of another one ("what is counted from a moved end counts from where it moved"). */
export type ThenRule =
  | { readonly kind: 'months'; readonly count: number; readonly what: string }
  | { readonly kind: 'workingDays'; readonly count: number; readonly what: string };

export interface ScheduleRequest {
  readonly wait: Wait;
  /** The instant the wait began (real time). Rungs before it send nothing. */
  readonly since: Instant;
  /** Now (real time): where a window of milestones starts when the schedule is asked again. */
  readonly now: Instant;
  readonly due: DueRule;
  /** Set when a window is spent: the milestones after this one (its `at` and `rung`) are wanted. */
  readonly after: { readonly at: Instant; readonly rung: number } | null;
  /** True where the office stands for handler and department head (waits in which the office acts). */
  readonly officeActs: boolean;
  /** Who is waited for in a review step; nobody ranked below them is reminded. */
  readonly reviewer: Role | null;
  readonly policy: Policy;
  readonly clock: PlanClock;
}

export interface Milestone {
  /** Its place in the wait's endless sequence; grows from one milestone to the next. Ask for more with it. */
  readonly rung: number;
  /** Unique within its wait, e.g. `before-7`, `after-3`, `weekly-2`, `monthly-5`, `blue`, `red`, `summary`, `end`. */
  readonly id: string;
  /** Real instant. */
  readonly at: Instant;
  readonly lamp: Lamp;
  /** Empty: the lamp changes, nobody is told. */
  readonly audience: readonly Role[];
  /** In Chinese, for the message and the journal, e.g. `还有3天到期（2026-11-30）`. */
  readonly why: string;
}

export interface Schedule {
  readonly dueOn: PlainDate;
  /** Real instant of 24:00 of the due day. */
  readonly dueAt: Instant;
  /** A window of milestones in order; `more` says that asking again with `after` brings others. */
  readonly milestones: readonly Milestone[];
  readonly more: boolean;
  /** The derivation, a sentence a line: rule, first day not counted, days skipped, policy version. */
  readonly because: readonly string[];
  /** True when the due day needed a year whose holidays the calendar does not know. */
  readonly provisional: boolean;
  /** Every such year that the due day or a milestone of this window needed, ascending. */
  readonly unknownYears: readonly number[];
}
