/** The default channel: every message becomes one readable file, `<outbox>/<day>/<key>.md`. Needs no server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Instant } from '../../domain/words';
import type { Channel, Delivery, Message, Now } from './channel';
import { createOnce, isCode } from './create-once';
import { safeName } from './safe-name';

export interface FileOutboxOptions {
  /** Made when it is not there. */
  readonly folder: string;
  readonly now: Now;
  /** As people.yaml names it; `outbox` unless told. */
  readonly name?: string;
}

/**
 * The same key is never delivered twice, by however many processes; a killed one leaves no half file.
 *
 * @example createFileOutbox({ folder: 'outbox', now: () => new Date().toISOString() })
 */
export function createFileOutbox({ folder, now, name = 'outbox' }: FileOutboxOptions): Channel {
  const fileOf = ({ day, key }: Message): string => `${day}/${safeName(key)}.md`;
  const found = async (message: Message): Promise<Delivery> => {
    const detail = fileOf(message);
    const at = (await sentAt(join(folder, detail))) ?? now();
    return { key: message.key, channel: name, detail, outcome: 'alreadySent', at };
  };
  return {
    name,
    silent: true,
    async send(message) {
      const detail = fileOf(message);
      const at = now();
      const created = await createOnce(join(folder, detail), inWords(message, at));
      if (created === 'exists') return found(message);
      return { key: message.key, channel: name, detail, outcome: 'sent', at };
    },
    find: (message) =>
      found(message).catch((error: unknown) => {
        if (isCode(error, 'ENOENT')) return null;
        throw error;
      }),
  };
}

function inWords(message: Message, at: Instant): string {
  const { key, to, subject, text } = message;
  const head = stringify({ key, person: to.person, to: to.address, subject, at }, { lineWidth: 0 });
  return `---\n${head}---\n\n${text.trimEnd()}\n`;
}

/** Null when people have rewritten the file's head; that it is there is what counts. */
async function sentAt(path: string): Promise<Instant | null> {
  const found = /^at: "?([0-9TZ:.-]+)"?$/m.exec(await readFile(path, 'utf8'));
  return found?.[1] ?? null;
}
