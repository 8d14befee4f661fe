/**
 * Email through any SMTP server. A server cannot be asked whether it has a message already, so a log of what was sent
 * keeps restarts from sending again, and a Message-ID made from the key lets servers and readers tell the repeat that
 * remains possible (killed, or cut off, between the server's yes and the log).
 */
import { createTransport } from 'nodemailer';
import type { Channel, Delivery, Message, Now } from './channel';
import { createSentLog } from './sent-log';
import { deliveryError } from './smtp-error';
import { keyHash } from './safe-name';
import { transportOptions } from './smtp-options';

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. Never shown in an error. */
  readonly url: string;
  /** The sender, e.g. `整改办 <zgb@example.org>`. */
  readonly from: string;
  /** Where the log of what was sent is kept. */
  readonly sentFolder: string;
  readonly now: Now;
  /** For one whole attempt; 30 s unless told. */
  readonly timeoutMs?: number;
}

/**
 * The channel `email`.
 *
 * @throws SmtpConfigError at once when url or sender cannot be used
 */
export function createSmtp(options: SmtpOptions): Channel {
  const { from, now, timeoutMs = 30_000 } = options;
  const transport = createTransport(transportOptions(options.url, from, timeoutMs));
  const log = createSentLog(options.sentFolder);
  const underWay = new Map<string, Promise<Delivery>>();

  async function sendOnce(message: Message): Promise<Delivery> {
    const { key, day } = message;
    const before = await log.find(day, key);
    if (before !== null) return { ...before, channel: 'email', outcome: 'alreadySent' };
    const entry = { key, detail: await handOver(message), at: now() };
    await log.add(day, entry);
    return { ...entry, channel: 'email', outcome: 'sent' };
  }

  /** The server's answer. */
  async function handOver(message: Message): Promise<string> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return (await transport.sendMail({ ...mailOf(message, from), signal })).response;
    } catch (error) {
      throw deliveryError(error, message);
    }
  }

  return {
    name: 'email',
    // A second attempt while the first still runs waits for it: the log alone could not tell them apart.
    async send(message) {
      const first = underWay.get(message.key);
      if (first !== undefined) return { ...(await first), outcome: 'alreadySent' };
      const sending = sendOnce(message).finally(() => underWay.delete(message.key));
      underWay.set(message.key, sending);
      return sending;
    },
  };
}

function mailOf({ key, to, subject, text, red }: Message, from: string) {
  return {
    from,
    to: { name: to.name, address: to.address },
    subject,
    text,
    messageId: `<${keyHash(key)}.zhenggai@${domainOf(from)}>`,
    headers: { 'X-Zhenggai-Key': key, 'Auto-Submitted': 'auto-generated' },
    priority: red ? ('high' as const) : ('normal' as const),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function domainOf(from: string): string {
  return /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
