/** What an authenticator shows for a key: six digits of thirty seconds (RFC 6238, SHA-1). */
import { createHmac } from 'node:crypto';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** @param key in base32 (RFC 4648), as pages show it */
export function oneTimeCode(key: string, now: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', bytesOf(key)).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) % 16;
  const number = (hash.readUInt32BE(offset) % 2 ** 31) % 1_000_000;
  return String(number).padStart(6, '0');
}

function bytesOf(key: string): Buffer {
  const bits = [...key.replace(/=+$/, '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
