/** File names for keys: readable, never two keys with one name, and no way out of the folder. */
import { createHash } from 'node:crypto';

/**
 * E.g. `problem/云川-2026/3/red` as `problem-云川-2026-3-red-1f0c8a7e5b2d4c69`: what people read is shortened, the hash
 * tells keys apart (also on file systems that ignore case). At most 180 bytes.
 */
export function safeName(key: string): string {
  const words = key.normalize('NFC').replace(/[^\p{L}\p{N}_]+/gu, '-');
  const readable = [...words]
    .slice(0, 40)
    .join('')
    .replace(/^-+|-+$/g, '');
  return `${readable === '' ? 'key' : readable}-${keyHash(key)}`;
}

/** 16 hexadecimal digits that stand for the key. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}
