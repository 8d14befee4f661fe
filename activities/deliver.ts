/** The activity `deliver`: one digest to every channel of its person. Idempotent by the digest's key and the channel. */
import { ApplicationFailure } from '@temporalio/common';
import type { ChannelAddress, Person } from '../domain/people';
import type { Delivery, Message } from './channels/channel';
import { UnknownChannel, type Channels } from './channels/channels';
import { DeliveryRefused } from './channels/delivery-errors';
import type { Digest } from '../domain/digest';
import { noDeliveries, type Deliveries } from './deliveries';
import { wordDigest } from './message';

/**
 * @param defaultChannel for people without a channel of their own
 * @param deliveries where each message is noted before and after it is sent
 * @returns the activity: gives a delivery for each channel, in the order of people.yaml; an empty digest sends nothing
 * @throws UnknownChannel at once when there is no default channel of that name
 */
export function createDeliver(
  channels: Channels,
  defaultChannel: string,
  deliveries: Deliveries = noDeliveries,
) {
  channels.get(defaultChannel);

  /**
   * Tries all channels whatever becomes of the others; a retry repeats only those that did not work.
   *
   * @throws ApplicationFailure `DeliveryFailed` while a retry may help, `DeliveryRefused` (not retried) when none can;
   *   the details hold what was delivered
   */
  return async function deliver(digest: Digest): Promise<readonly Delivery[]> {
    if (digest.items.length === 0) return [];
    const attempts = await Promise.allSettled(
      messagesOf(digest, defaultChannel).map((message) => sendOnce(message, channels, deliveries)),
    );
    const done = attempts.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const failures = attempts.flatMap((each) =>
      each.status === 'rejected' ? [each.reason as unknown] : [],
    );
    if (failures.length > 0) throw failure(failures, done);
    return done;
  };
}

/** @throws what the channel throws; it is noted first */
async function sendOnce(
  message: Message,
  channels: Channels,
  deliveries: Deliveries,
): Promise<Delivery> {
  const before = await deliveries.claim(message);
  if (before !== null) return before;
  try {
    const delivery = await channels.get(message.to.channel).send(message);
    await deliveries.sent(delivery);
    return delivery;
  } catch (error) {
    await deliveries.failed(message, messageOf(error));
    throw error;
  }
}

function messagesOf(digest: Digest, defaultChannel: string): readonly Message[] {
  const wording = wordDigest(digest);
  const { id, name } = digest.person;
  return addressesOf(digest.person, defaultChannel).map((to, index, all) => ({
    ...wording,
    key: keyOf(digest.key, to, all.slice(0, index)),
    day: digest.planDay,
    to: { ...to, person: id, name },
    red: digest.red,
  }));
}

function addressesOf({ id, channels }: Person, defaultChannel: string): readonly ChannelAddress[] {
  if (channels.length === 0) return [{ channel: defaultChannel, address: id }];
  const same = (one: ChannelAddress) => (other: ChannelAddress) =>
    one.channel === other.channel && one.address === other.address;
  return channels.filter((each, index) => channels.findIndex(same(each)) === index);
}

/** A second address in one channel is a message of its own. */
function keyOf(key: string, to: ChannelAddress, before: readonly ChannelAddress[]): string {
  const again = before.some(({ channel }) => channel === to.channel);
  return again ? `${key}/${to.channel}/${to.address}` : `${key}/${to.channel}`;
}

function failure(failures: readonly unknown[], done: readonly Delivery[]): ApplicationFailure {
  const nonRetryable = failures.every(isFinal);
  return ApplicationFailure.create({
    type: nonRetryable ? 'DeliveryRefused' : 'DeliveryFailed',
    message: failures.map(messageOf).join('\n'),
    nonRetryable,
    details: [{ deliveries: done }],
  });
}

function isFinal(error: unknown): boolean {
  return error instanceof DeliveryRefused || error instanceof UnknownChannel;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
