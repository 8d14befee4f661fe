/** From a reminder to what each person it concerns is handed: an item, and the digest of the morning it belongs to. Pure. */
import type { DigestContext, DigestItem } from './digest';
import { digestId, shortId } from './ids';
import type { Person } from './people';
import type { RemindRequest } from './remind-request';
import type { Instant } from './words';

export interface Reminded {
  /** What the digest begins with where it does not run yet. */
  readonly digest: DigestContext;
  /** Of the command that adds the item: the same reminder twice is taken once. */
  readonly id: string;
  readonly item: DigestItem;
}

/**
 * How long a digest stays open for late-comers of the same morning, real seconds: longer than a day, so that no second one
 * of the same day begins with the same keys.
 */
const openSeconds = 36 * 3600;

/** `key` is the reminder's own, `now` a real instant. In the order of the recipients. */
export function remindedBy(key: string, request: RemindRequest, now: Instant): readonly Reminded[] {
  return request.recipients.map(({ person, role }) => ({
    digest: digestOf(request, person, now),
    id: `${key}/${person.id}`,
    item: itemOf(key, request, role),
  }));
}

function itemOf(key: string, request: RemindRequest, role: DigestItem['role']): DigestItem {
  const { problem, wait, lamp, why, missed, todo } = request;
  return { key, problem, role, wait, lamp, why, missed, todo };
}

function digestOf(request: RemindRequest, person: Person, now: Instant): DigestContext {
  const { rectification, unit, planDay, digestSeconds } = request;
  const red = request.lamp === 'overdue';
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
