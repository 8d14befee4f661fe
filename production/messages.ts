/** What people were told: the mail server's mails, and what stands in the outbox of either worker. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  killedBeforeNoting,
  outboxMessage,
  type Delivered,
  type Told,
} from '../chaos/model/messages';
import { outboxFiles } from '../chaos/store';
import type { Done } from './strikes';
import type { House } from './world/house';

export function messagesIn({ folder, members, mail }: House): readonly Delivered[] {
  const workers = members.filter(({ kind }) => kind === 'worker');
  const files = workers.flatMap(({ name }) => outboxFiles(join(folder, name)));
  return [
    ...mail.mails,
    ...files.map((file) => ({
      ...outboxMessage(readFileSync(file, 'utf8')),
      at: Math.round(statSync(file).mtimeMs),
    })),
  ];
}

/** Its sender was killed before it can have written down that the message was taken. Each worker's outbox is its own. */
export function excuserFor(strikes: readonly Done[]): (message: Told) => boolean {
  return killedBeforeNoting(
    strikes.filter(({ how }) => how === 'killed').map(({ began }) => began),
  );
}
