/** Tells from what the mail library threw whether another attempt can help. */
import type { Message } from './channel';
import { DeliveryFailed, DeliveryRefused } from './delivery-errors';

/** What the mail library adds to its errors, where it does. */
interface MailError {
  /** E.g. `EENVELOPE` (the addresses), `EMESSAGE` (the content), `EAUTH`, `ECONNECTION`. */
  readonly code?: unknown;
  /** The server's reply, e.g. 550. */
  readonly responseCode?: unknown;
}

/**
 * Refused for good: a 5xx reply to this message, or an address that is none. Anything else may pass: 4xx, sockets,
 * timeouts, and a failed sign-in, which is mended in the settings and not in the message.
 */
export function deliveryError(error: unknown, { key, to }: Message): Error {
  const facts = { channel: 'email', key, person: to.person };
  const reason = error instanceof Error ? error.message : String(error);
  return isFinal(error) ? new DeliveryRefused(facts, reason) : new DeliveryFailed(facts, reason);
}

function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as MailError;
  const aboutMessage = code === 'EENVELOPE' || code === 'EMESSAGE';
  // 503 says that the session was out of step, not that the message was refused.
  const passing = typeof responseCode === 'number' && (responseCode < 500 || responseCode === 503);
  return aboutMessage && !passing;
}
