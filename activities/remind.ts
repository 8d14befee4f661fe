/**
 * The activity `remind`: puts a milestone into the digest of each person it concerns. The digest is a workflow of its own,
 * so that what falls on one morning is one message; the same reminder twice carries the same key and is taken once.
 */
import type { DigestContext, DigestItem } from '../domain/digest';
import type { Person } from '../domain/people';
import { digestId, shortId } from '../domain/ids';
import type { RemindRequest } from '../domain/remind-request';
import type { ActivityRequest } from './activity-request';

/** Starts the digest's workflow when it does not run, and hands it the item; the id makes it idempotent. */
export type AddToDigest = (digest: DigestContext, id: string, item: DigestItem) => Promise<void>;

/** How long a digest stays open for late-comers of the same morning, real seconds. */
const openSeconds = 12 * 3600;

export function createRemind(add: AddToDigest, now: () => string) {
  return async ({
    key,
    input,
  }: ActivityRequest<RemindRequest>): Promise<{ readonly to: readonly string[] }> => {
    await Promise.all(
      input.recipients.map(({ person, role }) => {
        const item = itemOf(key, input, role);
        return add(digestOf(input, person, now()), `${key}/${person.id}`, item);
      }),
    );
    return { to: input.recipients.map(({ person }) => person.id) };
  };
}

function itemOf(key: string, input: RemindRequest, role: DigestItem['role']): DigestItem {
  const { problem, wait, lamp, why, missed, todo } = input;
  return { key, problem, role, wait, lamp, why, missed, todo };
}

function digestOf(input: RemindRequest, person: Person, now: string): DigestContext {
  const { rectification, unit, planDay, digestSeconds } = input;
  const red = input.lamp === 'overdue';
  return {
    key: digestId(rectification, person.id, planDay, red),
    rectification: rectification === null ? '' : shortId(rectification),
    now,
    unit,
    person,
    planDay,
    red,
    collectSeconds: digestSeconds,
    openSeconds: digestSeconds < 1 ? 60 : openSeconds,
    items: [],
    sending: [],
    sent: 0,
  };
}
