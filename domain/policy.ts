/** 整改规则 as data: every parameter that rules and practice leave open. Frozen into a rectification when it is received. */
import type { Role } from './words';

/** Rungs of reminding and escalating around a due day. Audiences are roles; whom that means is found when it is sent. */
export interface Ladder {
  /** Calendar days before the due day (0 is the day itself), any order. */
  readonly before: readonly { readonly days: number; readonly audience: readonly Role[] }[];
  /** Working days after the due day. */
  readonly after: readonly { readonly workingDays: number; readonly audience: readonly Role[] }[];
  /** Every 7 days, the first one nominally `fromDays` calendar days after the due day; null: none. */
  readonly weekly: {
    readonly fromDays: number;
    readonly times: number;
    readonly audience: readonly Role[];
  } | null;
  /** The matching day of each month after the last nominal weekly one, without end; null: none. */
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
  readonly reviewRoom: { readonly 2: number; readonly 3: number; readonly 6: number };
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
    /** Its audience follows from the role that is waited for; see `ladders.ts`. */
    readonly review: ReviewLadder;
  };
  /** For demonstrations: a plan's day lasts this many seconds; null in life. */
  readonly timeScale: { readonly daySeconds: number } | null;
}

/** The ladder of a review step: who is waited for, then one rank up and the office. */
export interface ReviewLadder {
  readonly onDay: boolean;
  readonly afterWorkingDays: readonly number[];
  /** From this many working days after on, one rank up and the office are told too. */
  readonly escalateAfterWorkingDays: number;
  /** As for work; null: none. */
  readonly weekly: { readonly fromDays: number; readonly times: number } | null;
  readonly monthly: boolean;
}
