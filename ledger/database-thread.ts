/**
 * The embedded database's own thread: it is one big WebAssembly program, and whoever shared its thread would stand still while
 * it works. Loaded by embedded.ts; told its folder, it says where it listens, and ends when it is told to.
 */
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { parentPort, workerData } from 'node:worker_threads';
import { WholeExchanges } from './whole-exchanges';

export interface ThreadData {
  readonly folder: string;
}

export interface Listening {
  /** `host:port`. */
  readonly address: string;
}

/** More than the commands that people run at once. */
const maxConnections = 50;

async function serve({ folder }: ThreadData): Promise<void> {
  const db = new WholeExchanges(folder);
  await db.waitReady;
  // A free port is taken by listening: one that was looked for beforehand may be another's by now.
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections });
  await server.start();
  parentPort?.once('message', () => {
    // The thread ends by itself when nothing is open any more.
    void server.stop().then(() => db.close());
  });
  const listening: Listening = { address: server.getServerConn() };
  parentPort?.postMessage(listening);
}

void serve(workerData as ThreadData);
