/** The activity `deliver`: one digest through the channels of its person's choice. Idempotent by the digest's key and the channel. */
import { ApplicationFailure } from '@temporalio/common';
import { channelChoice, isSame } from '../domain/channel-choice';
import type { ChannelAddress } from '../domain/people';
import type { Digest } from '../domain/digest';
import { byPreference } from './by-preference';
import type { Delivery, Message } from './channels/channel';
import type { Channels } from './channels/channels';
import { noDeliveries, type Deliveries } from './deliveries';
import { linksOf, noLinkTo, type LinkTo } from './links';
import { wordDigest } from './message';
import { createSentBefore } from './sent-before';
import { createAttempt, type Attempt, type Manners } from './attempt';

/** What an installation may set; nothing of it need be. */
export interface DeliverOptions extends Manners {
  readonly linkTo?: LinkTo;
  /** These get every message of everybody: other systems. */
  readonly everyone?: readonly ChannelAddress[];
}

/**
 * @param defaultChannel for people without a channel of their own
 * @param deliveries where each message is noted before and after it is sent
 * @returns the activity: gives a delivery for each channel that took it; an empty digest sends nothing
 * @throws UnknownChannel at once when there is no default channel of that name
 */
export function createDeliver(
  channels: Channels,
  defaultChannel: string,
  deliveries: Deliveries = noDeliveries,
  options: DeliverOptions = {},
) {
  channels.get(defaultChannel);
  const sending = {
    tryOnce: createAttempt(channels, deliveries, options),
    sentBefore: createSentBefore(channels, deliveries),
    deliveries,
  };
  const { linkTo = noLinkTo, everyone = [] } = options;

  /**
   * Tries all ways whatever becomes of the others; a retry repeats only those that did not work.
   *
   * @throws ApplicationFailure `DeliveryFailed` while a retry may help, `DeliveryRefused` (not retried) when none can;
   *   the details hold what was delivered
   */
  return async function deliver(digest: Digest): Promise<readonly Delivery[]> {
    if (digest.items.length === 0) return [];
    const ways = waysOf(digest, defaultChannel, everyone);
    const messages = messagesOf(
      digest,
      ways.flat(),
      wordDigest(digest, await linksOf(digest, linkTo)),
    );
    const attempts = await Promise.all(
      ways.map((way) => byPreference(way.map(messages), sending, options)),
    );
    const done = attempts.flatMap((each) => (each.kind === 'delivered' ? [each.delivery] : []));
    if (done.length < attempts.length) throw failure(attempts, done);
    return done;
  };
}

/** Each way leads to one delivery: its first address that works. */
function waysOf(
  { person }: Digest,
  defaultChannel: string,
  everyone: readonly ChannelAddress[],
): readonly (readonly ChannelAddress[])[] {
  const { always, preferred } = channelChoice(person, defaultChannel);
  const theirs = [...always, ...preferred];
  const others = everyone.filter((address) => !theirs.some(isSame(address)));
  const ways = [...[...always, ...others].map((address) => [address]), preferred];
  return ways.filter((way) => way.length > 0);
}

/** A second address in one channel is a message of its own. */
function messagesOf(
  { key, planDay, person, red }: Digest,
  all: readonly ChannelAddress[],
  wording: ReturnType<typeof wordDigest>,
): (address: ChannelAddress) => Message {
  const firstOf = (channel: string) => all.find((each) => each.channel === channel);
  return (to) => ({
    ...wording,
    key: firstOf(to.channel) === to ? `${key}/${to.channel}` : `${key}/${to.channel}/${to.address}`,
    day: planDay,
    to: { channel: to.channel, address: to.address, person: person.id, name: person.name },
    red,
  });
}

type Undelivered = Exclude<Attempt, { readonly kind: 'delivered' }>;

/** The server is asked to try again when the first of them may work, where all say when that is. */
function failure(attempts: readonly Attempt[], done: readonly Delivery[]): ApplicationFailure {
  const failures = attempts.filter((each): each is Undelivered => each.kind !== 'delivered');
  const later = failures.flatMap((each) => (each.kind === 'later' ? [each.afterMs] : []));
  const delays = later.filter((each) => each !== null);
  const nonRetryable = later.length === 0;
  return ApplicationFailure.create({
    type: nonRetryable ? 'DeliveryRefused' : 'DeliveryFailed',
    message: failures.map(({ why }) => why).join('\n'),
    nonRetryable,
    details: [{ deliveries: done }],
    ...(later.length > 0 && delays.length === later.length
      ? { nextRetryDelay: Math.max(1000, Math.min(...delays)) }
      : {}),
  });
}
