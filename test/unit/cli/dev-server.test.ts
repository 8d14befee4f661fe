/** The development server that does not come up at once. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer } from '../../../chaos/world/server';
import { freePort } from '../../../chaos/world/free-port';
import { CliFailure } from '../../../cli/command';
import { startDevServer } from '../../../cli/up/dev-server';
import { openStore } from '../../../cli/up/store-folder';

const temporal = process.env['TEMPORAL_CLI_PATH'] ?? 'temporal';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-server-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Stands for `temporal`: says that a port is taken, so many times, and then is it. Notes each start. */
function failing(times: number): string {
  const path = join(folder, 'temporal.sh');
  const starts = join(folder, 'starts');
  const script = `#!/bin/sh
echo >> '${starts}'
[ "$(wc -l < '${starts}')" -gt ${times} ] && exec '${temporal}' "$@"
echo 'bind: address already in use'
exit 1
`;
  writeFileSync(path, script, { mode: 0o755 });
  return path;
}

const starts = (): number => readFileSync(join(folder, 'starts'), 'utf8').length;

/** Both ways in which we start one. */
async function comesUp(executable: string): Promise<() => Promise<unknown>> {
  const [grpc, ui, web] = [await freePort(), await freePort(), await freePort()];
  const store = openStore(join(folder, 'store'));
  const ports = { grpc, ui, web };
  const { signal } = new AbortController();
  const server = await startDevServer({ executable, store, ports, uiCodec: null, signal });
  return async () => {
    await server.connection.close();
    await server.stop();
  };
}

async function comesUpForChaos(executable: string): Promise<() => Promise<unknown>> {
  const [port, uiPort] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${port}`;
  const server = createServer({ store: folder, address, port, uiPort, temporal: executable });
  await server.start();
  return server.kill;
}

describe.each([
  ['of `zhenggai up`', comesUp],
  ['that tests and chaos kill', comesUpForChaos],
])('the server %s', (_which, start) => {
  test('one whose ports were taken from it is begun again', async () => {
    const stop = await start(failing(2));
    await stop();
    expect(starts()).toBe(3);
  });

  test('one that ends each time is given up after three, with its log named', async () => {
    const message = await start(failing(99)).then(
      () => 'it came up',
      (error: unknown) => String(error),
    );
    expect(message).toMatch(/\.log/);
    expect(starts()).toBe(3);
  });
});

test('what a person is told has the end of the log; a program that is not there is not tried again', async () => {
  await expect(comesUp(failing(99))).rejects.toThrow(/意外退出.*\n.*address already in use/);
  await expect(comesUp(join(folder, 'nothing'))).rejects.toThrow(CliFailure);
  await expect(comesUp(join(folder, 'nothing'))).rejects.toThrow(/不能启动.*TEMPORAL_CLI_PATH/);
});

test('one that is killed while it starts is not begun again', async () => {
  const place = { store: folder, address: '127.0.0.1:1', port: 1, uiPort: 2 };
  const path = join(folder, 'slow.sh');
  writeFileSync(path, `#!/bin/sh\necho >> '${folder}/starts'\nsleep 60\n`, { mode: 0o755 });
  const server = createServer({ ...place, temporal: path });
  const started = server.start();
  while (!existsSync(join(folder, 'starts'))) await pause(10);
  await server.kill();
  await started;
  expect(starts()).toBe(1);
});
