/** What the activity `remind` is asked: whom to tell of which milestone, found from the people as they are now. */
import type { Assignment, Person } from '../domain/people';
import { holders } from '../domain/people-rules';
import { toPlan, type PlanClock } from '../domain/plan-clock';
import { planDayOf } from '../domain/plain-date';
import type { Wait } from '../domain/schedule';
import type { Instant, Lamp, PlainDate, Role } from '../domain/words';
import type { Telling } from './waits';

export interface RemindRequest {
  readonly rectification: string | null;
  readonly unit: string;
  /** Null when the whole rectification is meant. */
  readonly problem: {
    readonly seq: number;
    readonly number: number | null;
    readonly title: string;
  } | null;
  readonly wait: Wait;
  readonly milestone: string;
  readonly lamp: Lamp;
  readonly why: string;
  /** What was missed while nobody could be told, oldest first. */
  readonly missed: readonly string[];
  readonly todo: string;
  /** The plan's day on whose morning this goes out: one digest a person a day. */
  readonly planDay: PlainDate;
  readonly digestSeconds: number;
  /** Each person once, in the highest of the roles they are told as. */
  readonly recipients: readonly Recipient[];
}

export interface Recipient {
  readonly person: Person;
  readonly role: Role;
}

export interface Told {
  readonly rectification: string | null;
  readonly unit: string;
  readonly now: Instant;
  readonly clock: PlanClock;
  readonly policy: { readonly digestSeconds: number };
  readonly assignment: Assignment;
  readonly people: readonly Person[];
}

export interface About {
  readonly problem: RemindRequest['problem'];
  readonly wait: Wait;
  readonly todo: string;
}

/** The request for a milestone that has been reached. */
export function remindRequest(context: Told, telling: Telling, about: About): RemindRequest {
  const { milestone, missed } = telling;
  return {
    rectification: context.rectification,
    unit: context.unit,
    ...about,
    milestone: milestone.id,
    lamp: milestone.lamp,
    why: milestone.why,
    missed,
    planDay: planDayOf(toPlan(context.clock, context.now)),
    digestSeconds: context.policy.digestSeconds,
    recipients: recipientsOf(milestone.audience, context),
  };
}

function recipientsOf(
  audience: readonly Role[],
  { assignment, people }: Told,
): readonly Recipient[] {
  const all = audience.flatMap((role) =>
    holders(role, assignment, people).map((person) => ({ person, role })),
  );
  return all.filter(
    (each, index) => all.findIndex((other) => other.person.id === each.person.id) === index,
  );
}
