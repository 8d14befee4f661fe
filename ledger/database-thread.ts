/**
 * The embedded database's own thread: it is one big WebAssembly program, and whoever shared its thread would stand still while
 * it works. Loaded by embedded.ts; told where to listen, it says when it does, and ends when it is told to.
 */
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { parentPort, workerData } from 'node:worker_threads';

export interface ThreadData {
  readonly folder: string;
  readonly port: number;
}

/** More than the commands that people run at once. */
const maxConnections = 50;

async function serve({ folder, port }: ThreadData): Promise<void> {
  const db = await PGlite.create(folder);
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port, maxConnections });
  await server.start();
  parentPort?.once('message', () => {
    // The thread ends by itself when nothing is open any more.
    void server.stop().then(() => db.close());
  });
  parentPort?.postMessage('listening');
}

void serve(workerData as ThreadData);
