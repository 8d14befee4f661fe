/** The reminders that a problem's waits must have brought, to whom and in which words. */
import { holders } from '../../domain/people-rules';
import type { Assignment, Person } from '../../domain/people';
import { schedule } from '../../domain/scheduling';
import type { Milestone, ScheduleRequest } from '../../domain/schedule';
import type { Line, Step } from './history';
import type { Rules, Waited } from './waits';

/** One line of one message to one person through one channel. */
export interface Reminder {
  readonly channel: string;
  readonly person: string;
  readonly why: string;
  /** False: a step may have overtaken it, so that it may have come but need not. */
  readonly owed: boolean;
}

export interface Circumstances {
  readonly rules: Rules;
  readonly assignment: Assignment;
  readonly people: readonly Person[];
  /** Up to this real instant people acted and things were broken; what was due by then must have come. */
  readonly calmFrom: string;
  /** When the messages were read, a real instant: what came due since then may have come. */
  readonly readAt: string;
  /** For this long a reminder may wait for a lost activity to be tried again, ms. A step that comes within it may overtake. */
  readonly slack: number;
}

/** @param lines the problem's journal: that a milestone was reached before the step that ended its wait is read there */
export function remindersOf(
  waits: readonly Waited[],
  steps: readonly Step[],
  lines: readonly Line[],
  circumstances: Circumstances,
): readonly Reminder[] {
  return waits.flatMap((waited) =>
    milestonesOf(waited, circumstances)
      .filter(({ audience }) => audience.length > 0)
      .flatMap((milestone) => {
        const owed = isOwed(milestone, waited, steps, lines, circumstances);
        return recipients(milestone, circumstances).flatMap((person) =>
          channelsOf(person).map((channel) => ({
            channel,
            person: person.id,
            why: milestone.why,
            owed,
          })),
        );
      }),
  );
}

/** Those that lie before the end of the wait, or before the messages were read. */
function milestonesOf(waited: Waited, { rules, readAt }: Circumstances): readonly Milestone[] {
  const { since, until, wait, due, reviewer } = waited;
  const { policy, clock, calendar } = rules;
  const end = until ?? readAt;
  const found: Milestone[] = [];
  let after: ScheduleRequest['after'] = null;
  for (;;) {
    const request = { wait, since, now: since, due, after, officeActs: false, reviewer };
    const { milestones, more } = schedule({ ...request, policy, clock }, calendar);
    found.push(...milestones.filter(({ at }) => at < end));
    const last = milestones.at(-1);
    if (!more || last === undefined || last.at >= end) return found;
    after = { at: last.at, rung: last.rung };
  }
}

/** Reached before its wait ended, as the journal says; or waited for so long beyond it that it must have been. */
function isOwed(
  { at }: Milestone,
  { wait, since, until }: Waited,
  steps: readonly Step[],
  lines: readonly Line[],
  { calmFrom, slack }: Circumstances,
): boolean {
  if (at > calmFrom) return false;
  const reached = lines.find(
    (line) =>
      line.event === 'milestone' &&
      line.fields?.['wait'] === wait &&
      line.at >= since &&
      line.at >= at &&
      (until === null || line.at <= until),
  );
  if (isSuspendedAt(reached?.at ?? at, steps)) return false;
  if (reached !== undefined) return true;
  return until === null || Date.parse(until) - Date.parse(at) > slack;
}

/** While a problem is suspended nobody is told. */
function isSuspendedAt(at: string, steps: readonly Step[]): boolean {
  return steps.filter(({ line }) => line.at <= at).at(-1)?.life.place === 'suspended';
}

function recipients(
  { audience }: Milestone,
  { assignment, people }: Circumstances,
): readonly Person[] {
  return [...new Set(audience.flatMap((role) => holders(role, assignment, people)))];
}

function channelsOf({ channels }: Person): readonly string[] {
  return channels.length === 0 ? ['outbox'] : channels.map(({ channel }) => channel);
}
