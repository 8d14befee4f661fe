/** PostgreSQL inside this process, on a folder, for a system that needs no database server. Others reach it through its port. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Listening, ThreadData } from './database-thread';

export interface Embedded {
  /** Where it listens, on this machine only. */
  readonly url: string;
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
  const ended = once(thread, 'exit');
  // Rejects when the thread fails before it listens.
  const [{ address }] = (await once(thread, 'message')) as [Listening];
  return {
    url: `postgresql://postgres@${address}/postgres`,
    stop: async () => {
      thread.postMessage('stop');
      await ended;
    },
  };
}

/** Compiled, also where its source is run: a thread takes no TypeScript. */
function threadFile(): string {
  const beside = join(__dirname, 'database-thread.js');
  return existsSync(beside)
    ? beside
    : join(__dirname, '..', 'dist', 'ledger', 'database-thread.js');
}
