/** What a channel without a memory of its own has sent: one small file a key, so that a restart does not send again. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant, PlainDate } from '../../domain/words';
import { createOnce, isCode } from './create-once';
import { safeName } from './safe-name';

export interface SentEntry {
  readonly key: string;
  readonly at: Instant;
  readonly detail: string;
}

export interface SentLog {
  /** Null when the key has not been sent. */
  find(day: PlainDate, key: string): Promise<SentEntry | null>;
  /** Of two entries for one key the first stands. */
  add(day: PlainDate, entry: SentEntry): Promise<void>;
}

/** Files are `<folder>/<day>/<key>.json`; old days may be deleted once nothing of them is retried. */
export function createSentLog(folder: string): SentLog {
  const fileOf = (day: PlainDate, key: string): string =>
    join(folder, day, `${safeName(key)}.json`);
  return {
    async find(day, key) {
      try {
        return JSON.parse(await readFile(fileOf(day, key), 'utf8')) as SentEntry;
      } catch (error) {
        if (isCode(error, 'ENOENT')) return null;
        throw error;
      }
    },
    async add(day, entry) {
      await createOnce(fileOf(day, entry.key), `${JSON.stringify(entry, null, 2)}\n`);
    },
  };
}
