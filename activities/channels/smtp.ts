/**
 * Email through any SMTP server. What was sent is remembered, and a Message-ID made from the key lets servers and readers tell
 * the repeat that remains possible (killed, or cut off, between the server's yes and the log).
 */
import { createTransport } from 'nodemailer';
import type { Channel, Message, Now } from './channel';
import { createRemembering } from './remembering';
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
  /** The server's answer. */
  async function handOver(message: Message): Promise<string> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return (await transport.sendMail({ ...mailOf(message, from), signal })).response;
    } catch (error) {
      throw deliveryError(error, message);
    }
  }

  const log = createSentLog(options.sentFolder);
  return { name: 'email', ...createRemembering('email', log, now, handOver) };
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
