/** 整改规则 as data: every parameter that rules and practice leave open. Frozen into a rectification when it is received. */
import type { Role } from './words';

/** Rungs of reminding and escalating around a due day. Audiences are roles; whom that means is found when it is sent. */
export interface Ladder {
  /** Calendar days before the due day (0 is the day itself), any order. */
  readonly before: readonly { readonly days: number; readonly audience: readonly Role[] }[];
  /** Working days after the due day. */
  readonly after: readonly { readonly workingDays: number; readonly audience: readonly Role[] }[];
  /** Every 7 days, counted nominally from the due day after the last rung of `after`; null: none. */
  readonly weekly: { readonly times: number; readonly audience: readonly Role[] } | null;
  /** The matching day of each month after the last weekly one, without end; null: none. */
  readonly monthly: { readonly audience: readonly Role[] } | null;
}

export interface Policy {
  readonly name: string;
  readonly version: string;
  /** Everything goes out at this time of the plan's day, `HH:MM`. */
  readonly sendAt: string;
  /** Seconds for which a digest waits for more of the same morning. */
  readonly digestSeconds: number;
  /** 集中整改期, months. */
  readonly concentratedMonths: 2 | 3 | 6;
  /** Working days kept free for review before the end of the period, by its length in months. */
  readonly reviewRoom: { readonly [months: string]: number };
  readonly acceptanceWorkingDays: number;
  readonly immediateWorkingDays: number;
  /** 整改方案 due this many months after feedback. */
  readonly planMonths: number;
  /** 整改情况报告 due this many months after the end of the period. */
  readonly reportMonths: number;
  readonly review: {
    readonly workingDays: number;
    /** In order; the supervisor's step only where the policy says so. */
    readonly chain: readonly Role[];
  };
  readonly returnWorkingDays: number;
  readonly resumeWorkingDays: number;
  readonly extension: { readonly limit: number; readonly chain: readonly Role[] };
  readonly carryOver: { readonly chain: readonly Role[] };
  readonly reclassify: { readonly chain: readonly Role[] };
  readonly upkeep: { readonly everyMonths: number; readonly forMonths: number };
  readonly lookBack: { readonly afterMonths: number; readonly withinMonths: number };
  readonly publicity: {
    readonly days: number;
    readonly count: 'working' | 'calendar';
    readonly inclusive: boolean;
  };
  /** The lamp turns blue with the reminder this many days before. */
  readonly approachingDays: number;
  readonly ladders: {
    /** Also measures, plan, progress reports, upkeep, look-back, carried-over dates. */
    readonly work: Ladder;
    readonly acceptance: Ladder;
    /** `reviewer` is written as the role that is waited for; see `ladders.ts`. */
    readonly review: ReviewLadder;
  };
  /** For demonstrations: a plan's day lasts this many seconds; null in life. */
  readonly timeScale: { readonly daySeconds: number } | null;
}

/** The ladder of a review step: who is waited for, then one rank up and the office. */
export interface ReviewLadder {
  readonly onDay: boolean;
  readonly afterWorkingDays: readonly number[];
  /** From this many working days after: one rank up and the office are told too; weekly and monthly as for work. */
  readonly escalateAfterWorkingDays: number;
  readonly weeklyTimes: number;
  readonly monthly: boolean;
}
