/** A digest as a CloudEvent 1.0 in JSON, for other systems. Pure. Its data is a promise to them: fields are added, never changed. */
import type { Instant } from '../../../domain/words';
import type { Message } from '../channel';
import { keyHash } from '../safe-name';

export const cloudEventType = 'application/cloudevents+json; charset=utf-8';

/** The same for the same message, however often it is sent. */
export function eventId({ key }: Message): string {
  return `zg_${keyHash(key)}`;
}

/** @param at when it is sent, real time */
export function cloudEvent(message: Message, at: Instant) {
  const { key, day, subject, red, to, summary } = message;
  const { rectification, unit, counts, items } = summary;
  return {
    specversion: '1.0',
    id: eventId(message),
    source: `/zhenggai/rectifications/${encodeURIComponent(rectification)}`,
    type: red ? 'zhenggai.digest.red' : 'zhenggai.digest.due',
    subject: to.person,
    time: at,
    datacontenttype: 'application/json',
    data: { key, day, subject, red, rectification, unit, counts, person: personOf(message), items },
  };
}

function personOf({ to: { person, name } }: Message) {
  return { id: person, name };
}
