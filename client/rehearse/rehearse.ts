/**
 * 预演: a whole rectification in virtual time, without a server. The machines are the real ones, and so are calendar and
 * policy; people do what the scenario says. Nothing is sent and nothing is kept.
 */
import type { Calendar } from '../../domain/calendar';
import { instantOf } from '../../domain/plain-date';
import { toReal } from '../../domain/plan-clock';
import type { Reception } from '../../domain/reception';
import type { Scenario, ScenarioStep } from '../../domain/scenario';
import type { Instant } from '../../domain/words';
import type { State } from '../../engine/core';
import { messagesOf, problemEnds, rectificationEnd } from './ends';
import { Play } from './play';
import { allMachines } from './registry';
import type { Rehearsal } from './rehearsal';
import { timetableOf } from './timetable';
import { World } from './world';

export interface RehearsalOptions {
  readonly calendar: Calendar;
  /** The plan's instant at which the feedback is received; by default 10:00 of the day of feedback. */
  readonly from?: Instant;
  /** The plan's instant up to which time runs; what falls on it still happens. */
  readonly until: Instant;
  /** For people without a channel of their own; by default the outbox. */
  readonly defaultChannel?: string;
  /** What becomes of every state before it is kept; a test persists and restores it here. */
  readonly carry?: (state: State) => State;
}

/**
 * @param reception what is received; dates of the plan are real ones where its clock is `realTime`
 * @param scenario steps after `until` are left out, steps before `from` come at `from`
 * @throws Error where the people name nobody of the office: nobody could receive
 * @example
 * const until = instantOf('2027-12-31', '24:00');
 * const { timetable } = rehearse(reception, nobodyActs, { calendar, until });
 */
export function rehearse(
  reception: Reception,
  scenario: Scenario,
  options: RehearsalOptions,
): Rehearsal {
  const { from = instantOf(reception.feedbackOn, '10:00'), until, ...others } = options;
  const now = toReal(reception.clock, from);
  const world = new World({ registry: allMachines, now, ...others });
  const play = new Play(world, reception);
  play.receive();
  for (const step of inOrder(scenario, from, until)) play.take(step);
  world.runUntil(toReal(reception.clock, until));
  return {
    timetable: timetableOf(world.happenings, reception),
    problems: problemEnds(world, reception),
    rectification: rectificationEnd(world, reception),
    journals: world.journals,
    messages: messagesOf(world, reception),
    commands: play.commands,
  };
}

function inOrder({ steps }: Scenario, from: Instant, until: Instant): readonly ScenarioStep[] {
  return steps
    .map((step) => (step.at < from ? { ...step, at: from } : step))
    .filter(({ at }) => at <= until)
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
