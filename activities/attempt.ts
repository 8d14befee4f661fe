/** One attempt to send one message through one channel: taken up, sent, and noted how it ended. */
import type { Message, Delivery, Now } from './channels/channel';
import { UnknownChannel, type Channels } from './channels/channels';
import { DeliveryFailed, DeliveryRefused, DeliveryUncertain } from './channels/delivery-errors';
import { quietUntil, type QuietHours } from './channels/quiet-hours';
import type { Deliveries } from './deliveries';

export interface Manners {
  /** No message rings with anybody then. */
  readonly quietHours?: QuietHours;
  /** Real time, ISO 8601 UTC; without it there are no quiet hours. */
  readonly now?: Now;
  /** How long a channel may fail before the person's next one is taken, ms; for ever unless told. */
  readonly fallbackAfterMs?: number;
}

interface Undelivered {
  /** In a sentence of its own. */
  readonly why: string;
  /** For a record that has channel and person in its columns. */
  readonly note: string;
}

export type Attempt =
  | { readonly kind: 'delivered'; readonly delivery: Delivery }
  /**
   * `since`: the first attempt, null where there was none or it is not known. `afterMs`: when it may work, null where nobody
   * says. `isQuiet`: nothing is wrong, only nobody is to be disturbed.
   */
  | (Undelivered & {
      readonly kind: 'later';
      readonly since: string | null;
      readonly afterMs: number | null;
      readonly isQuiet: boolean;
    })
  /** No other attempt helps. `mayHaveArrived`: nobody knows. */
  | (Undelivered & { readonly kind: 'over'; readonly mayHaveArrived: boolean });

export type TryOnce = (message: Message) => Promise<Attempt>;

/** Never throws: what the channel throws is noted and told. */
export function createAttempt(
  channels: Channels,
  deliveries: Deliveries,
  { quietHours, now }: Manners,
): TryOnce {
  const quietEnd = (): string | null =>
    quietHours === undefined || now === undefined ? null : quietUntil(quietHours, now());

  return async (message) => {
    const { channel } = message.to;
    const end = quietEnd();
    const isSilent = !channels.names.includes(channel) || channels.get(channel).silent === true;
    if (end !== null && now !== undefined && !isSilent) return quiet(end, now());
    const claim = await deliveries.claim(message);
    if (claim.kind === 'sent') return { kind: 'delivered', delivery: claim.delivery };
    try {
      const delivery = await channels.get(channel).send(message);
      await deliveries.sent(delivery);
      return { kind: 'delivered', delivery };
    } catch (error) {
      const attempt = attemptOf(error, claim.since);
      await (error instanceof DeliveryUncertain
        ? deliveries.uncertain(message, attempt.note)
        : deliveries.failed(message, attempt.note));
      return attempt;
    }
  };
}

function quiet(end: string, at: string): Attempt {
  const afterMs = Date.parse(end) - Date.parse(at);
  const why = `免打扰时段，到时自动发出（还有 ${Math.ceil(afterMs / 60_000)} 分钟）`;
  return { kind: 'later', why, note: why, since: null, afterMs, isQuiet: true };
}

function attemptOf(
  error: unknown,
  since: string | null,
): Exclude<Attempt, { readonly kind: 'delivered' }> {
  const why = error instanceof Error ? error.message : String(error);
  const note = hasReason(error) ? error.reason : why;
  if (error instanceof DeliveryRefused || error instanceof UnknownChannel)
    return { kind: 'over', why, note, mayHaveArrived: false };
  if (error instanceof DeliveryUncertain && !error.again)
    return { kind: 'over', why, note, mayHaveArrived: true };
  const afterMs = error instanceof DeliveryFailed ? error.retryAfterMs : null;
  return { kind: 'later', why, note, since, afterMs, isQuiet: false };
}

function hasReason(error: unknown): error is { readonly reason: string } {
  return [DeliveryRefused, DeliveryFailed, DeliveryUncertain].some((kind) => error instanceof kind);
}
