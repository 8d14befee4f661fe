import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startEmbedded } from '../../../ledger/embedded';
import { newLedgerFolder } from './new-folder';

test('a database that ends of itself is told, and stopping it afterwards is no trouble', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-lost-'));
  await newLedgerFolder(join(folder, 'ledger'));
  const threads: Worker[] = [];
  const on = jest.spyOn(Worker.prototype, 'on').mockImplementation(function (
    this: Worker,
    ...args
  ) {
    threads.push(this);
    on.mockRestore();
    return this.on(...args);
  });
  const { lost, stop } = await startEmbedded(join(folder, 'ledger'));
  threads[0]?.emit('error', new Error('unreachable'));
  await threads[0]?.terminate();
  expect(await lost).toMatchObject({ message: 'unreachable' });
  await stop();
  rmSync(folder, { recursive: true, force: true });
});
