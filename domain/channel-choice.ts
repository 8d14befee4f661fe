/** A person's own choice among their channels: which get every message, and which one after the other until one works. Pure. */
import type { ChannelAddress, Person } from './people';

export interface ChannelChoice {
  /** Each of them gets the message. */
  readonly always: readonly ChannelAddress[];
  /** The first that works gets it. */
  readonly preferred: readonly ChannelAddress[];
}

/** In the person's order, each address once; `address` in the default channel for people without any. */
export function channelChoice({ id, channels }: Person, defaultChannel: string): ChannelChoice {
  if (channels.length === 0)
    return { always: [], preferred: [{ channel: defaultChannel, address: id }] };
  const once = channels.filter((each, index) => channels.findIndex(isSame(each)) === index);
  return {
    always: once.filter(({ always }) => always === true),
    preferred: once.filter(({ always }) => always !== true),
  };
}

export function isSame(one: ChannelAddress): (other: ChannelAddress) => boolean {
  return (other) => one.channel === other.channel && one.address === other.address;
}
