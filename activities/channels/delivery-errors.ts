/** Why a message did not arrive, and whether another attempt can help. */

export interface DeliveryFacts {
  readonly channel: string;
  readonly key: string;
  readonly person: string;
}

/** Thrown when the other side refused the message for good (SMTP 5xx, an address that is none): retrying is useless. */
export class DeliveryRefused extends Error {
  override readonly name = 'DeliveryRefused';
  readonly facts: DeliveryFacts;

  constructor(facts: DeliveryFacts, reason: string) {
    super(`渠道“${facts.channel}”拒收发给${facts.person}的消息，重试无用，请核对地址：${reason}`);
    this.facts = facts;
  }
}

/** Thrown when it did not work now (SMTP 4xx, no connection, no answer, failed sign-in): a later attempt may. */
export class DeliveryFailed extends Error {
  override readonly name = 'DeliveryFailed';
  readonly facts: DeliveryFacts;

  constructor(facts: DeliveryFacts, reason: string) {
    super(`渠道“${facts.channel}”暂时无法把消息发给${facts.person}，将重试：${reason}`);
    this.facts = facts;
  }
}
