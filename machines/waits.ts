/** A wait that has a date: what the schedule said of it, and how far it has come. Shared by every machine that waits. */
import type { PlanClock } from '../domain/plan-clock';
import type { Policy } from '../domain/policy';
import type { DueRule, Milestone, Schedule, ScheduleRequest, Wait } from '../domain/schedule';
import { lamps, type Instant, type Lamp, type Role } from '../domain/words';

export interface WaitState {
  readonly since: Instant;
  readonly due: DueRule;
  readonly officeActs: boolean;
  readonly reviewer: Role | null;
  /** Null until the schedule has answered. */
  readonly schedule: Schedule | null;
  /** How many milestones of the window have been reached. */
  readonly reached: number;
  /** The last milestone reached, over all windows: what follows it is asked for. */
  readonly last: { readonly at: Instant; readonly rung: number } | null;
  readonly lamp: Lamp;
}

export type Waits = { readonly [W in Wait]?: WaitState };

/** What a machine's context must have to wait for dates. */
export interface Waiting {
  readonly now: Instant;
  readonly waits: Waits;
  readonly policy: Policy;
  readonly clock: PlanClock;
}

export interface WaitBegin {
  readonly wait: Wait;
  readonly due: DueRule;
  readonly officeActs?: boolean;
  readonly reviewer?: Role | null;
}

/** The waits with this one begun now. */
export function beginWait({ now, waits }: Waiting, begin: WaitBegin): Waits {
  const { wait, due, officeActs = false, reviewer = null } = begin;
  const fresh: WaitState = {
    since: now,
    due,
    officeActs,
    reviewer,
    schedule: null,
    reached: 0,
    last: null,
    lamp: 'normal',
  };
  return { ...waits, [wait]: fresh };
}

/** The waits without this one. */
export function endWait(waits: Waits, wait: Wait): Waits {
  const { [wait]: _ended, ...rest } = waits;
  return rest;
}

/**
 * What to ask the activity `schedule`: the first window, or what follows the last milestone reached. What was announced
 * is never taken back: asked again, a due date can only move later.
 */
export function scheduleRequest(context: Waiting, wait: Wait): ScheduleRequest {
  const state = waitOf(context.waits, wait);
  return {
    wait,
    since: state.since,
    now: context.now,
    due: announced(state),
    after: state.last,
    officeActs: state.officeActs,
    reviewer: state.reviewer,
    policy: context.policy,
    clock: context.clock,
  };
}

function announced({ due, schedule }: WaitState): DueRule {
  if (schedule === null || !schedule.provisional) return due;
  const told: DueRule = { kind: 'named', date: schedule.dueOn, words: '此前告知的时限' };
  return { kind: 'later', of: [told, due], what: '节假日安排公布后时限只后移不提前' };
}

/** The waits with the schedule's answer kept. */
export function keepSchedule(waits: Waits, wait: Wait, schedule: Schedule): Waits {
  return { ...waits, [wait]: { ...waitOf(waits, wait), schedule, reached: 0 } };
}

/** Milliseconds from now to the next milestone; 0 when it is past or there is none. */
export function untilNext(context: Waiting, wait: Wait): number {
  const next = context.waits[wait]?.schedule?.milestones[context.waits[wait]?.reached ?? 0];
  return next === undefined ? 0 : Math.max(0, Date.parse(next.at) - Date.parse(context.now));
}

/** True when every milestone of the window has been reached. */
export function isSpent(waits: Waits, wait: Wait): boolean {
  const state = waits[wait];
  const milestones = state?.schedule?.milestones;
  return milestones !== undefined && (state?.reached ?? 0) >= milestones.length;
}

/** True when asking again would bring more milestones. */
export function hasMore(waits: Waits, wait: Wait): boolean {
  return waits[wait]?.schedule?.more ?? false;
}

/** What has been reached by now and not before; several at once when they were past already or the world stood still. */
export function reachedNow(context: Waiting, wait: Wait): readonly Milestone[] {
  const state = context.waits[wait];
  const ahead = state?.schedule?.milestones.slice(state.reached) ?? [];
  const first = ahead.findIndex((milestone) => Date.parse(milestone.at) > Date.parse(context.now));
  return first === -1 ? ahead : ahead.slice(0, first);
}

/** The milestone to tell of among those reached at once: the last that has an audience, naming the others as missed. */
export interface Telling {
  readonly milestone: Milestone;
  readonly missed: readonly string[];
}

/** Null when nobody is to be told. */
export function tellingOf(reached: readonly Milestone[]): Telling | null {
  const told = reached.filter((milestone) => milestone.audience.length > 0);
  const milestone = told.at(-1);
  return milestone === undefined
    ? null
    : { milestone, missed: told.slice(0, -1).map((each) => each.why) };
}

/** The waits with everything up to now reached: the last milestone's lamp stands. */
export function passMilestones(context: Waiting, wait: Wait): Waits {
  const reached = reachedNow(context, wait);
  const last = reached.at(-1);
  if (last === undefined) return context.waits;
  const state = waitOf(context.waits, wait);
  const passed = { at: last.at, rung: last.rung };
  return {
    ...context.waits,
    [wait]: { ...state, reached: state.reached + reached.length, last: passed, lamp: last.lamp },
  };
}

/** The more urgent of two lamps. */
export function worse(a: Lamp, b: Lamp): Lamp {
  return lamps.indexOf(a) >= lamps.indexOf(b) ? a : b;
}

function waitOf(waits: Waits, wait: Wait): WaitState {
  const state = waits[wait];
  if (state === undefined) throw new Error(`the wait ${wait} has not begun`);
  return state;
}
