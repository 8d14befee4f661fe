/** What the activity `remind` is asked: whom to tell of which milestone, found from the people as they are now. */
import type { Assignment, Person } from '../domain/people';
import { holders } from '../domain/people-rules';
import { toPlan, type PlanClock } from '../domain/plan-clock';
import { planDayOf } from '../domain/plain-date';
import type { Wait } from '../domain/schedule';
import type { Instant, Role } from '../domain/words';
import type { RemindRequest, Recipient } from '../domain/remind-request';
import type { Telling } from './waits';

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

/** Who is told as holder of a role. */
export type Whom = (role: Role) => readonly Person[];

/** The request for a milestone that has been reached. */
export function remindRequest(
  context: Told,
  telling: Telling,
  about: About,
  whom?: Whom,
): RemindRequest {
  const { milestone, missed } = telling;
  const holding: Whom = whom ?? ((role) => holders(role, context.assignment, context.people));
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
    recipients: recipientsOf(milestone.audience, holding),
  };
}

function recipientsOf(audience: readonly Role[], whom: Whom): readonly Recipient[] {
  const all = audience.flatMap((role) => whom(role).map((person) => ({ person, role })));
  return all.filter(
    (each, index) => all.findIndex((other) => other.person.id === each.person.id) === index,
  );
}
