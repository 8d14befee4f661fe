/** The port through which a message reaches a person. A channel knows how to deliver; never whom, when or why. */
import type { ChannelAddress } from '../../domain/people';
import type { Instant, PlainDate } from '../../domain/words';
import type { Summary } from '../message';

export interface Message {
  /** The same key is the same message, whatever the attempt; a channel delivers it once as far as it can tell. */
  readonly key: string;
  /** The plan's day for which it is sent: fixed by the message, so that an attempt after midnight is no other message. */
  readonly day: PlainDate;
  readonly to: ChannelAddress & { readonly person: string; readonly name: string };
  readonly subject: string;
  readonly text: string;
  /** The same as data, for channels that say it shorter or to machines. */
  readonly summary: Summary;
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
  /** True: it rings with nobody, and is sent in quiet hours too. */
  readonly silent?: true;
  /**
   * @throws DeliveryRefused when no retry can help
   * @throws DeliveryUncertain when it may have arrived
   * @throws DeliveryFailed, or anything else, when a later attempt may
   */
  send(message: Message): Promise<Delivery>;
  /** How the message was sent before; null where this channel knows of no such thing. */
  find?(message: Message): Promise<Delivery | null>;
}

/** Reads the clock; real time, passed in by the composition root. */
export type Now = () => Instant;
