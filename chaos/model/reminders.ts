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

/** @param lines the problem's journal: which milestones were reached together, before the step that ended their wait, is read there */
export function remindersOf(
  waits: readonly Waited[],
  steps: readonly Step[],
  lines: readonly Line[],
  circumstances: Circumstances,
): readonly Reminder[] {
  return waits.flatMap((waited) => {
    const milestones = milestonesOf(waited, circumstances);
    return milestones.flatMap((milestone) => {
      const reached = reachingOf(milestone, milestones, waited, lines);
      const teller = tellerOf(milestone, milestones, reached);
      const owed = isOwed(milestone, waited, reached, steps, circumstances);
      const told = recipients(teller, circumstances);
      return recipients(milestone, circumstances).flatMap((person) =>
        channelsOf(person).map((channel) => ({
          channel,
          person: person.id,
          why: milestone.why,
          owed: owed && told.includes(person),
        })),
      );
    });
  });
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

/** The line of the step that reached it, and perhaps others after it; null where its wait ended before. */
function reachingOf(
  milestone: Milestone,
  all: readonly Milestone[],
  { wait, between: [first, last] }: Waited,
  lines: readonly Line[],
): Line | null {
  const place = all.indexOf(milestone);
  const reaches = (line: Line): boolean =>
    line.event === 'milestone' &&
    line.fields?.['wait'] === wait &&
    line.sequence > first &&
    (last === null || line.sequence < last) &&
    all.findIndex(({ id }) => id === line.fields?.['id']) >= place;
  return lines.find(reaches) ?? null;
}

/** Of those reached in one step the last that tells anybody does, and names the others to the people it is for. */
function tellerOf(
  milestone: Milestone,
  all: readonly Milestone[],
  reached: Line | null,
): Milestone {
  const last = all.findIndex(({ id }) => id === reached?.fields?.['id']);
  return all.slice(0, last + 1).findLast(({ audience }) => audience.length > 0) ?? milestone;
}

/** Reached before its wait ended; or the wait went on so long beyond it that it must have been. */
function isOwed(
  { at }: Milestone,
  { until }: Waited,
  reached: Line | null,
  steps: readonly Step[],
  { calmFrom, slack }: Circumstances,
): boolean {
  if (at > calmFrom || isSuspendedAt(at, reached, steps)) return false;
  return reached !== null || until === null || Date.parse(until) - Date.parse(at) > slack;
}

/** While a problem is suspended nobody is told. Steps of one task share their instant: what was reached goes by its place in the journal. */
function isSuspendedAt(at: string, reached: Line | null, steps: readonly Step[]): boolean {
  const isBefore = ({ line }: Step): boolean =>
    reached === null ? line.at <= at : line.sequence <= reached.sequence;
  return steps.filter(isBefore).at(-1)?.life.place === 'suspended';
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
