/**
 * For channels whose server cannot be asked whether it has a message already: a log of what was sent keeps restarts from sending
 * again, and a second attempt while the first still runs waits for it. Killed between the server's yes and the log, it is sent twice.
 */
import type { Channel, Delivery, Message, Now } from './channel';
import type { SentLog } from './sent-log';

/** @param handOver gives the server's answer; throws what a channel throws */
export function createRemembering(
  name: string,
  log: SentLog,
  now: Now,
  handOver: (message: Message) => Promise<string>,
): Required<Pick<Channel, 'send' | 'find'>> {
  const underWay = new Map<string, Promise<Delivery>>();

  async function find({ day, key }: Message): Promise<Delivery | null> {
    const before = await log.find(day, key);
    return before === null ? null : { ...before, channel: name, outcome: 'alreadySent' };
  }

  async function sendOnce(message: Message): Promise<Delivery> {
    const before = await find(message);
    if (before !== null) return before;
    const entry = { key: message.key, detail: await handOver(message), at: now() };
    await log.add(message.day, entry);
    return { ...entry, channel: name, outcome: 'sent' };
  }

  return {
    find,
    // The log alone could not tell two attempts at once apart.
    async send(message) {
      const first = underWay.get(message.key);
      if (first !== undefined) return { ...(await first), outcome: 'alreadySent' };
      const sending = sendOnce(message).finally(() => underWay.delete(message.key));
      underWay.set(message.key, sending);
      return sending;
    },
  };
}
