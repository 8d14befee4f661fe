/** Signs what is sent to other systems as Standard Webhooks has it, so that their ready-made libraries verify it. */
import { createHmac } from 'node:crypto';

/** Thrown at start for a secret that cannot be one. Never repeats it. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
}

const form = /^whsec_([A-Za-z0-9+/]+={0,2})$/;

/**
 * The key that a secret stands for: `whsec_` and its bytes in base64, at least 24 of them.
 *
 * @throws SecretError
 */
export function keyOf(secret: string): Buffer {
  const key = Buffer.from(form.exec(secret)?.[1] ?? '', 'base64');
  if (key.length >= 24 && key.length <= 64) return key;
  throw new SecretError(
    '签名密钥应是 whsec_ 加24至64字节的 base64，可用 openssl rand -base64 32 生成',
  );
}

/**
 * Headers for a body: who sends it again sends the same id, so that the receiver can tell.
 *
 * @param keys one, or while they are changed the new and the old: any of them is enough for the receiver
 * @param at ms
 */
export function signatureHeaders(
  id: string,
  body: string,
  keys: readonly Buffer[],
  at: number,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000));
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = keys.map(
    (key) => `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
