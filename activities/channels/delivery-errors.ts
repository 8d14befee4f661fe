/** Why a message did not arrive, and whether another attempt can help. */

export interface DeliveryFacts {
  readonly channel: string;
  readonly key: string;
  readonly person: string;
}

/** Thrown when the other side refused the message for good (SMTP 5xx, an address that is none, a key that is not valid): retrying is useless. */
export class DeliveryRefused extends Error {
  override readonly name = 'DeliveryRefused';
  readonly facts: DeliveryFacts;
  /** The other side's words alone, for a record that has the rest in its columns. */
  readonly reason: string;

  constructor(facts: DeliveryFacts, reason: string) {
    super(`渠道“${facts.channel}”拒收发给${facts.person}的消息，重试无用，请核对地址：${reason}`);
    this.facts = facts;
    this.reason = reason;
  }
}

/** Thrown when it did not work now (SMTP 4xx, no connection, no answer, failed sign-in, too many): a later attempt may. */
export class DeliveryFailed extends Error {
  override readonly name = 'DeliveryFailed';
  readonly facts: DeliveryFacts;
  readonly reason: string;
  /** How long the other side wants to be left alone, ms; null where it did not say. */
  readonly retryAfterMs: number | null;

  constructor(facts: DeliveryFacts, reason: string, retryAfterMs: number | null = null) {
    super(`渠道“${facts.channel}”暂时无法把消息发给${facts.person}，将重试：${reason}`);
    this.facts = facts;
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Thrown when it may have arrived, and the other side cannot tell a repeat: sent again once, then no more. */
export class DeliveryUncertain extends Error {
  override readonly name = 'DeliveryUncertain';
  readonly facts: DeliveryFacts;
  readonly reason: string;
  /** Whether it will be sent once more. */
  readonly again: boolean;

  constructor(facts: DeliveryFacts, reason: string, again: boolean) {
    const next = again ? '将再发一次' : '不再重发，请向本人核实';
    super(`渠道“${facts.channel}”不知道是否已把消息发给${facts.person}，${next}：${reason}`);
    this.facts = facts;
    this.reason = reason;
    this.again = again;
  }
}
