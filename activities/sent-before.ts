/** Whether one of several messages that say the same has gone out already, so that the others need not. */
import type { Delivery, Message } from './channels/channel';
import type { Channels } from './channels/channels';
import type { Deliveries } from './deliveries';

/** The first of these that is known to be sent, by the ledger or by its channel; null where none is. Never throws. */
export type SentBefore = (messages: readonly Message[]) => Promise<Delivery | null>;

export function createSentBefore(channels: Channels, deliveries: Deliveries): SentBefore {
  const known = async (message: Message): Promise<Delivery | null> => {
    const { channel } = message.to;
    if (!channels.names.includes(channel)) return null;
    const found = await channels
      .get(channel)
      .find?.(message)
      .catch(() => null);
    return found ?? null;
  };
  return async (messages) => {
    const noted = await deliveries.sentBefore(messages);
    if (noted !== null) return noted;
    const remembered = await Promise.all(messages.map(known));
    return remembered.find((each) => each !== null) ?? null;
  };
}
