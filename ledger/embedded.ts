/** PostgreSQL inside this process, on a folder, for a system that needs no database server. Others reach it through its port. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Listening, ThreadData } from './database-thread';

export interface Embedded {
  /** Where it listens, on this machine only. */
  readonly url: string;
  /** Resolves when the database ends of itself, with what ended it. */
  readonly lost: Promise<Error>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the database on a folder, which is made where it is missing. One process a folder: the caller holds its lock.
 * What was killed before continues from its last commit.
 *
 * @throws what the database says when it cannot use the folder
 */
export async function startEmbedded(folder: string): Promise<Embedded> {
  const workerData: ThreadData = { folder };
  const thread = new Worker(threadFile(), { workerData });
  const ended = endOf(thread);
  // Rejects when the thread fails before it listens.
  const [{ address }] = (await once(thread, 'message')) as [Listening];
  let isStopping = false;
  return {
    url: `postgresql://postgres@${address}/postgres`,
    lost: new Promise((resolve) => {
      void ended.then((failure) => {
        if (!isStopping) resolve(failure ?? new Error('its thread has ended'));
      });
    }),
    stop: async () => {
      isStopping = true;
      thread.postMessage('stop');
      await ended;
    },
  };
}

/** Never rejects. */
function endOf(thread: Worker): Promise<Error | null> {
  let failure: Error | null = null;
  // Without a listener an error of the thread would end the whole process with a stack trace.
  thread.on('error', (error) => (failure = error));
  return new Promise((resolve) => thread.once('exit', () => resolve(failure)));
}

/** Compiled, also where its source is run: a thread takes no TypeScript. */
function threadFile(): string {
  const beside = join(__dirname, 'database-thread.js');
  return existsSync(beside)
    ? beside
    : join(__dirname, '..', 'dist', 'ledger', 'database-thread.js');
}
