/** The Temporal dev server on the store's file and a fixed port: killed and started again, it is the same server. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import type { Place } from './place';
import { startProgram, type Program } from './process';

export interface Server {
  readonly kill: () => Promise<void>;
  /** Resolves when it answers. */
  readonly start: () => Promise<void>;
}

const startWithin = 60_000;

export function createServer(place: Omit<Place, 'smtpUrl'>): Server {
  let program: Program | null = null;
  return {
    kill: async () => {
      program?.kill();
      await program?.ended;
      program = null;
    },
    start: async () => {
      program = startProgram(
        place.temporal,
        argumentsFor(place),
        process.env,
        join(place.store, 'chaos-server.log'),
      );
      await untilAnswers(place);
    },
  };
}

function argumentsFor({ store, port, uiPort }: Omit<Place, 'smtpUrl'>): readonly string[] {
  return [
    ...['server', 'start-dev', '--db-filename', join(store, 'temporal.db')],
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=NORMAL'],
    ...['--ip', '127.0.0.1', '--port', String(port), '--ui-port', String(uiPort)],
    ...['--headless', '--log-level', 'error'],
  ];
}

/** Throws when nothing answers for a minute. */
export async function untilAnswers({ address }: Pick<Place, 'address'>): Promise<void> {
  const giveUp = performance.now() + startWithin;
  for (;;) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1000 });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      await connection.close();
      return;
    } catch (error) {
      if (performance.now() > giveUp) throw error;
      await pause(100);
    }
  }
}
