/** A server without a worker, and workers that can be killed: what production looks like from outside. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { payloadConverterPath } from '../../worker';
import { freePort } from '../../chaos/world/place';
import { killGroup } from '../../chaos/world/process';

export interface BareServer {
  readonly address: string;
  readonly client: Client;
  readonly stop: () => Promise<void>;
}

export async function startBareServer(folder: string): Promise<BareServer> {
  mkdirSync(folder, { recursive: true });
  const address = `127.0.0.1:${await freePort()}`;
  const args = ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--log-level', 'error'];
  const child = spawn(
    process.env['TEMPORAL_CLI_PATH'] ?? 'temporal',
    [...args, '--port', address.split(':')[1] ?? '', '--db-filename', join(folder, 'temporal.db')],
    { detached: true, stdio: 'ignore' },
  );
  const connection = await answering(address);
  return {
    address,
    client: new Client({ connection, dataConverter: { payloadConverterPath } }),
    stop: async () => {
      await connection.close();
      killGroup(child.pid);
    },
  };
}

async function answering(address: string): Promise<Connection> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await Connection.connect({ address, connectTimeout: 1000 });
    } catch (error) {
      if (attempt > 100) throw error;
      await pause(200);
    }
  }
}
