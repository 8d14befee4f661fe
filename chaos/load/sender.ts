/** Sends one command until it is known what became of it, however often that takes: always under the same id. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import type { Zhenggai } from '../../client';
import type { Book } from './book';

export interface Command {
  readonly workflow: string;
  readonly id: string;
  readonly event: string;
  readonly by: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** How it is said: `twice` is two updates at once under one id. */
export type Manner = 'update' | 'signal' | 'twice';

export interface Sender {
  /** Gives whether it was accepted; for a signal whether the server took it. Throws when nothing is known for minutes. */
  readonly send: (command: Command, manner: Manner) => Promise<boolean>;
  /** An accepted command once more, as after a crash: whatever it answers is held against what it answered before. */
  readonly sendAgain: (id: string) => Promise<void>;
}

/** How long, ms. */
const patience = 240_000;

export function createSender(client: Client, zhenggai: Zhenggai, book: Book): Sender {
  const all = new Map<string, Command>();

  async function update({ workflow, id, event, by, fields }: Command): Promise<boolean> {
    for (const giveUp = performance.now() + patience; performance.now() < giveUp;) {
      book.sent({ workflow, id, event, as: 'update' });
      const [sent] = await zhenggai.send(workflow, event as never, { by, fields, commandId: id });
      if (sent?.outcome === 'accepted') {
        book.answered(id, sent.answer.sequence);
        return true;
      }
      if (sent?.outcome === 'refused') return false;
      await pause(300);
    }
    throw new Error(`nothing is known of ${event} ${id} to ${workflow}`);
  }

  async function signal({ workflow, id, event, by, fields }: Command): Promise<boolean> {
    for (const giveUp = performance.now() + patience; performance.now() < giveUp;) {
      book.sent({ workflow, id, event, as: 'signal' });
      try {
        await client.withDeadline(Date.now() + 5000, () =>
          client.workflow.getHandle(workflow).signal(event, { ...fields, by, id }),
        );
        book.taken(id);
        return true;
      } catch {
        await pause(500);
      }
    }
    throw new Error(`nobody took the signal ${event} ${id} to ${workflow}`);
  }

  return {
    send: async (command, manner) => {
      all.set(command.id, command);
      switch (manner) {
        case 'signal':
          return signal(command);
        case 'update':
          return update(command);
        case 'twice': {
          const [one, other] = await Promise.all([update(command), update(command)]);
          return one || other;
        }
      }
    },
    sendAgain: async (id) => {
      const command = all.get(id);
      if (command !== undefined) await update(command);
    },
  };
}
