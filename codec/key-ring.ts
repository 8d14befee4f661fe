/** The keys of an installation: the first encrypts what is new, all of them decrypt what is old. */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { KeyError } from './key-error';
import { codecWords } from './words';

const words = codecWords.keys;

export interface Key {
  readonly id: string;
  readonly secret: KeyObject;
}

export interface KeyRing {
  /** Encrypts what is new; null where nothing is encrypted. */
  readonly current: Key | null;
  /** `lost`: it was, and will never be found again. Null: nobody here knows it. */
  readonly find: (id: string) => Key | 'lost' | null;
}

/** Encryption is off: what somebody else encrypted is told apart from what is readable, no more. */
export const noKeys: KeyRing = { current: null, find: () => null };

/** Bytes of a key of AES-256. */
export const keyBytes = 32;

/**
 * One key a line (or between commas), `id:base64`, the current one first. `id:lost` is a key that will not be found again:
 * what it encrypted is given up, and messages under it no longer hold anybody up. `#` begins a remark.
 *
 * @param place what the text is, in words, for errors
 * @throws KeyError with the line and what to do
 */
export function parseKeys(text: string, place: string): KeyRing {
  const keys = new Map<string, Key | 'lost'>();
  for (const [line, entry] of entriesOf(text)) {
    const fault = (what: string): KeyError => new KeyError(words.fault(place, line, what));
    const { id, secret } = splitEntry(entry, fault);
    if (keys.has(id)) throw fault(words.twice(id));
    keys.set(id, secret === 'lost' ? secret : { id, secret: secretOf(id, secret, fault) });
  }
  const [first] = keys.values();
  if (first === undefined) throw new KeyError(words.empty(place));
  if (first === 'lost') throw new KeyError(words.onlyLost(place));
  return { current: first, find: (id) => keys.get(id) ?? null };
}

function entriesOf(text: string): readonly (readonly [line: number, entry: string])[] {
  return text.split(/\r?\n/).flatMap((line, index) =>
    line
      .replace(/#.*$/, '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map((entry) => [index + 1, entry] as const),
  );
}

type Fault = (what: string) => KeyError;

function splitEntry(entry: string, fault: Fault): { readonly id: string; readonly secret: string } {
  const at = entry.indexOf(':');
  if (at === -1) throw fault(words.noColon);
  const id = entry.slice(0, at).trim();
  if (!/^[\w.-]{1,64}$/.test(id)) throw fault(words.badId);
  return { id, secret: entry.slice(at + 1).trim() };
}

function secretOf(id: string, base64: string, fault: Fault): KeyObject {
  const bytes = Buffer.from(base64, 'base64');
  if (!/^[A-Za-z0-9+/]{43}=$/.test(base64) || bytes.length !== keyBytes)
    throw fault(words.badSecret(id));
  return createSecretKey(bytes);
}
