/** A development server of the bench's own: the same program and settings as `zhenggai up`, in a folder that is thrown away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { choosePorts } from '../cli/up/ports';
import { startDevServer } from '../cli/up/dev-server';
import { openStore, type StoreFolder } from '../cli/up/store-folder';
import { registerAttributes } from '../cli/worker/prepare-namespace';

export interface BenchServer {
  readonly address: string;
  readonly pid: number;
  readonly store: StoreFolder;
  readonly connection: Connection;
  readonly nativeConnection: NativeConnection;
  /** With the SDK's own payload converter. */
  readonly client: Client;
  readonly stop: () => Promise<void>;
}

/** @throws Error when the program is not known; whatever keeps the server from coming up */
export async function startBenchServer(signal: AbortSignal): Promise<BenchServer> {
  const executable = process.env['TEMPORAL_CLI_PATH'];
  if (executable === undefined) throw new Error('TEMPORAL_CLI_PATH is not set: use npm run bench');
  const store = openStore(mkdtempSync(join(tmpdir(), 'zhenggai-bench-')));
  const { ports } = await choosePorts(store.ports, {});
  const server = await startDevServer({ executable, store, ports, uiCodec: null, signal });
  await registerAttributes(server.connection, 'default');
  quietRuntime();
  const nativeConnection = await NativeConnection.connect({ address: server.address });
  return {
    ...{ address: server.address, pid: server.pid },
    store,
    connection: server.connection,
    nativeConnection,
    client: new Client({ connection: server.connection }),
    stop: async () => {
      await nativeConnection.close();
      await server.connection.close();
      await server.stop();
      rmSync(store.path, { recursive: true, force: true });
    },
  };
}

/** Right before a connection is made: an idle runtime would keep the process alive. Signals stay ours. */
function quietRuntime(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    shutdownSignals: [],
    telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
  });
}
