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
/** How often one is begun that ends before it answers: its services' ports, which it chooses itself, may be another's by then. */
const attempts = 3;

export function createServer(place: Omit<Place, 'smtpUrl'>): Server {
  const log = join(place.store, 'chaos-server.log');
  let program: Program | null = null;
  const isUp = async (): Promise<boolean> => {
    const begun = startProgram(place.temporal, argumentsFor(place), process.env, log);
    program = begun;
    const over = new AbortController();
    const ended = begun.ended.then(() => over.abort());
    const answers = untilAnswers(place, over.signal).then(() => true);
    // Killed by us, it is as it should be.
    return Promise.race([answers, ended.then(() => program !== begun)]);
  };
  return {
    kill: async () => {
      const running = program;
      program = null;
      running?.kill();
      await running?.ended;
    },
    start: async () => {
      for (let attempt = 0; attempt < attempts; attempt += 1) if (await isUp()) return;
      throw new Error(
        `the Temporal server ended ${attempts} times before it answered; its log is ${log}`,
      );
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

/** Throws when nothing answers for a minute, or what was to answer is over. */
export async function untilAnswers(
  { address }: Pick<Place, 'address'>,
  over?: AbortSignal,
): Promise<void> {
  const giveUp = performance.now() + startWithin;
  for (;;) {
    over?.throwIfAborted();
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
