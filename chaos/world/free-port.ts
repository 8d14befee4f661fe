/**
 * Ports for programs that are told where to listen. They lie below those that the system gives by itself: one of those may be
 * another program's before ours listens there, and a client that asks such a port before its server is there may be connected with
 * itself. Temporal besides keeps its services' ports in a column of PostgreSQL's smallint.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';

const [least, most] = [10_000, 32_767];

/**
 * A port nobody listens on.
 *
 * @throws Error where a hundred in a row are taken
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < 100; tried += 1) {
    const port = least + Math.floor(Math.random() * (most - least));
    if (await isFree(port)) return port;
  }
  throw new Error(`no port is free between ${least} and ${most}`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}
