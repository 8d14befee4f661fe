/** A server without a worker: what production looks like from outside. */
import { mkdirSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import { payloadConverterPath } from '../../worker';
import { freePort } from '../../chaos/world/free-port';
import { createServer } from '../../chaos/world/server';

export interface BareServer {
  readonly address: string;
  readonly client: Client;
  readonly stop: () => Promise<void>;
}

export async function startBareServer(store: string): Promise<BareServer> {
  mkdirSync(store, { recursive: true });
  const [port, uiPort] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${port}`;
  const temporal = process.env['TEMPORAL_CLI_PATH'] ?? 'temporal';
  const server = createServer({ store, address, port, uiPort, temporal });
  await server.start();
  const connection = await Connection.connect({ address });
  return {
    address,
    client: new Client({ connection, dataConverter: { payloadConverterPath } }),
    stop: async () => {
      await connection.close();
      await server.kill();
    },
  };
}
