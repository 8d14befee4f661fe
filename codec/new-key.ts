/** A key nobody has had before, as a line of a key file. */
import { randomBytes } from 'node:crypto';
import { keyBytes } from './key-ring';

export interface NewKey {
  readonly id: string;
  /** `id:base64` */
  readonly line: string;
}

/** The id tells the day, and keeps two keys that were made apart from being taken for each other. @param today YYYY-MM-DD */
export function newKey(today: string): NewKey {
  const id = `${today}-${randomBytes(3).toString('hex')}`;
  return { id, line: `${id}:${randomBytes(keyBytes).toString('base64')}` };
}
