/** A message through the first of a person's channels that works: one that fails for good, or for long, gives way to the next. */
import type { Attempt, Manners, TryOnce } from './attempt';
import type { Message } from './channels/channel';
import type { Deliveries } from './deliveries';
import type { SentBefore } from './sent-before';

interface Ways {
  readonly tryOnce: TryOnce;
  readonly sentBefore: SentBefore;
  readonly deliveries: Deliveries;
}

/**
 * @param messages the same words to each channel, by preference; at least one
 * @returns how the last that was tried ended
 */
export async function byPreference(
  messages: readonly Message[],
  { tryOnce, sentBefore, deliveries }: Ways,
  manners: Manners,
): Promise<Attempt> {
  const before = messages.length > 1 ? await sentBefore(messages) : null;
  if (before !== null) return { kind: 'delivered', delivery: before };
  const reasons: string[] = [];
  for (const [index, message] of messages.entries()) {
    const next = messages[index + 1];
    const attempt = await tryOnce(message);
    if (attempt.kind === 'delivered' || (next !== undefined && !givesWay(attempt, manners)))
      return attempt;
    reasons.push(attempt.why);
    if (next === undefined) return { ...attempt, why: reasons.join('\n') };
    await deliveries.replaced(message, {
      why: attempt.note,
      by: next.to.channel,
      mayHaveArrived: attempt.kind === 'over' && attempt.mayHaveArrived,
    });
  }
  throw new Error('a person has at least one channel');
}

function givesWay(
  attempt: Exclude<Attempt, { readonly kind: 'delivered' }>,
  { now, fallbackAfterMs }: Manners,
): boolean {
  if (attempt.kind === 'over') return true;
  if (attempt.isQuiet || attempt.since === null) return false;
  if (now === undefined || fallbackAfterMs === undefined) return false;
  return Date.parse(now()) - Date.parse(attempt.since) >= fallbackAfterMs;
}
