/** The port through which a message reaches a person. A channel knows how to deliver; never whom, when or why. */
import type { ChannelAddress } from '../../domain/people';
import type { Instant, PlainDate } from '../../domain/words';

export interface Message {
  /** The same key is the same message, whatever the attempt; a channel delivers it once as far as it can tell. */
  readonly key: string;
  /** The plan's day for which it is sent: fixed by the message, so that an attempt after midnight is no other message. */
  readonly day: PlainDate;
  readonly to: ChannelAddress & { readonly person: string; readonly name: string };
  readonly subject: string;
  readonly text: string;
  readonly red: boolean;
}

export interface Delivery {
  readonly key: string;
  readonly channel: string;
  readonly outcome: 'sent' | 'alreadySent';
  /** When it was sent (real time); for `alreadySent` when that was. */
  readonly at: Instant;
  /** Where it can be found: a file of the outbox, the server's answer. */
  readonly detail: string;
}

export interface Channel {
  /** As people.yaml names it, e.g. `outbox`, `email`. */
  readonly name: string;
  /**
   * @throws DeliveryRefused when no retry can help
   * @throws DeliveryFailed, or anything else, when one may
   */
  send(message: Message): Promise<Delivery>;
}

/** Reads the clock; real time, passed in by the composition root. */
export type Now = () => Instant;
