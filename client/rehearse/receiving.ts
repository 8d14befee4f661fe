/** How a feedback is received: what the rectification begins with, and who of the office takes it in. */
import { rectificationId } from '../../domain/ids';
import type { Sender } from '../../domain/people';
import type { Reception } from '../../domain/reception';
import type { Json } from '../../engine/core';
import { rectificationContext, rectificationDefinition } from '../../machines';
import type { Instant } from '../../domain/words';

/** The input of a rectification that begins at the real instant `now`. */
export function rectificationStart(reception: Reception, now: Instant) {
  const { problems: _problems, ...received } = reception;
  const { name, version } = rectificationDefinition;
  return {
    workflow: rectificationId(reception.id),
    ref: { name, version },
    input: rectificationContext({ ...received, now }) as unknown as Json,
  };
}

/** Who receives: the first of the office; null where the people name none. */
export function receiverOf({ people }: Reception): Sender | null {
  const office = people.find(({ roles }) => roles.includes('office'));
  return office === undefined
    ? null
    : { decidedBy: office.id, recordedBy: office.id, basis: 'ownSignIn' };
}
