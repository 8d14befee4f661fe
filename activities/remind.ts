/**
 * The activity `remind`: puts a milestone into the digest of each person it concerns. The digest is a workflow of its own,
 * so that what falls on one morning is one message; the same reminder twice carries the same key and is taken once.
 */
import type { DigestContext, DigestItem } from '../domain/digest';
import type { RemindRequest } from '../domain/remind-request';
import { remindedBy } from '../domain/reminding';
import type { ActivityRequest } from './activity-request';

/** Starts the digest's workflow when it does not run, and hands it the item; the id makes it idempotent. */
export type AddToDigest = (digest: DigestContext, id: string, item: DigestItem) => Promise<void>;

/** @param now real time, ISO 8601 UTC */
export function createRemind(add: AddToDigest, now: () => string) {
  return async ({
    key,
    input,
  }: ActivityRequest<RemindRequest>): Promise<{ readonly to: readonly string[] }> => {
    const reminded = remindedBy(key, input, now());
    await Promise.all(reminded.map(({ digest, id, item }) => add(digest, id, item)));
    return { to: reminded.map(({ digest }) => digest.person.id) };
  };
}
