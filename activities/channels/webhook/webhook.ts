/** The channel `webhook`: digests as signed CloudEvents to other systems, which tell a repeat by its id. */
import type { Channel, Message, Now } from '../channel';
import { DeliveryFailed, DeliveryRefused } from '../delivery-errors';
import type { Post } from '../http/post';
import { createRedaction, type Redact } from '../http/redaction';
import { byStatus, verdictOn } from '../http/verdict';
import { createRemembering } from '../remembering';
import { createSentLog } from '../sent-log';
import { cloudEvent, cloudEventType, eventId } from './cloud-event';
import { keyOf, signatureHeaders } from './signature';

export interface WebhookTarget {
  /** As people.yaml names it as an address. */
  readonly name: string;
  readonly url: string;
  /** `whsec_…`; two while they are changed. */
  readonly secrets: readonly string[];
}

export interface WebhookWorld {
  readonly post: Post;
  /** Where the log of what was sent is kept. */
  readonly sentFolder: string;
  readonly now: Now;
}

/** @throws SecretError at once for a secret that cannot be one */
export function createWebhook(
  targets: readonly WebhookTarget[],
  { post, sentFolder, now }: WebhookWorld,
): Channel {
  const receivers = new Map(targets.map((target) => [target.name, receiverOf(target)]));

  async function handOver(message: Message): Promise<string> {
    const { address, person } = message.to;
    const facts = { channel: 'webhook', key: message.key, person };
    const receiver = receivers.get(address);
    if (receiver === undefined) {
      const known = [...receivers.keys()].join('、');
      throw new DeliveryRefused(facts, `没有名为“${address}”的接收系统（有：${known}）`);
    }
    const { url, keys, redact } = receiver;
    const at = now();
    const body = JSON.stringify(cloudEvent(message, at));
    const headers = {
      'content-type': cloudEventType,
      ...signatureHeaders(eventId(message), body, keys, Date.parse(at)),
    };
    const verdict = verdictOn(await post({ url, headers, body }), byStatus);
    switch (verdict.kind) {
      case 'sent':
        return `${address}：${verdict.detail}`;
      case 'refused':
        throw new DeliveryRefused(facts, redact(verdict.reason));
      case 'failed':
        throw new DeliveryFailed(facts, redact(verdict.reason), verdict.retryAfterMs);
      case 'unknown':
        throw new DeliveryFailed(facts, `${redact(verdict.reason)}，对方按 webhook-id 识别重复`);
    }
  }

  const remembering = createRemembering('webhook', createSentLog(sentFolder), now, handOver);
  return { name: 'webhook', silent: true, ...remembering };
}

interface Receiver {
  readonly url: string;
  readonly keys: readonly Buffer[];
  readonly redact: Redact;
}

function receiverOf({ url, secrets }: WebhookTarget): Receiver {
  return { url, keys: secrets.map(keyOf), redact: createRedaction([url, ...secrets]) };
}
