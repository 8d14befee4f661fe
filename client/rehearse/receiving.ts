/** How a feedback is received: the rectification begins, and the office hands it the problems in lots that one command can carry. */
import { rectificationId } from '../../domain/ids';
import type { Sender } from '../../domain/people';
import type { ReceivedProblem, Reception } from '../../domain/reception';
import type { Json } from '../../engine/core';
import { rectificationContext, rectificationDefinition } from '../../machines';
import type { Instant } from '../../domain/words';

/** Problems a command may bring, and characters they may have: well under what an envelope may. */
const most = { problems: 100, characters: 40_000 };

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

/** The problems in lots, in order. */
export function lotsOf(
  problems: readonly ReceivedProblem[],
): readonly (readonly ReceivedProblem[])[] {
  const lots: ReceivedProblem[][] = [];
  let characters = 0;
  for (const problem of problems) {
    const size = JSON.stringify(problem).length;
    const lot = lots.at(-1);
    const fits =
      lot !== undefined && lot.length < most.problems && characters + size <= most.characters;
    characters = fits ? characters + size : size;
    if (fits) lot.push(problem);
    else lots.push([problem]);
  }
  return lots;
}

/** Who receives: the first of the office; null where the people name none. */
export function receiverOf({ people }: Reception): Sender | null {
  const office = people.find(({ roles }) => roles.includes('office'));
  return office === undefined
    ? null
    : { decidedBy: office.id, recordedBy: office.id, basis: 'ownSignIn' };
}
