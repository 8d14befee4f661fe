/** The default channel: every message becomes one readable file, `<outbox>/<day>/<key>.md`. Needs no server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Instant } from '../../domain/words';
import type { Channel, Delivery, Message, Now } from './channel';
import { createOnce } from './create-once';
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
  return {
    name,
    async send(message): Promise<Delivery> {
      const file = `${message.day}/${safeName(message.key)}.md`;
      const path = join(folder, file);
      const at = now();
      const delivery = { key: message.key, channel: name, detail: file };
      const created = await createOnce(path, inWords(message, at));
      if (created === 'created') return { ...delivery, outcome: 'sent', at };
      return { ...delivery, outcome: 'alreadySent', at: (await sentAt(path)) ?? at };
    },
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
