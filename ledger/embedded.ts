/** PostgreSQL inside this process, on a folder, for a system that needs no database server. Others reach it through its port. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadData } from './database-thread';

export interface Embedded {
  /** Where it listens, on this machine only. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the database on a folder, which is made where it is missing. One process a folder: the caller holds its lock.
 * What was killed before continues from its last commit.
 *
 * @param port a free one of this machine's where it is not given
 * @throws what the database says when it cannot use the folder
 */
export async function startEmbedded(folder: string, port?: number): Promise<Embedded> {
  const workerData: ThreadData = { folder, port: port ?? (await freePort()) };
  const thread = new Worker(threadFile(), { workerData });
  const ended = once(thread, 'exit');
  // Rejects when the thread fails before it listens.
  await once(thread, 'message');
  return {
    url: `postgresql://postgres@127.0.0.1:${workerData.port}/postgres`,
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

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
