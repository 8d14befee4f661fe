import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createFileJournal, createLedgerJournal } from '../../../activities';
import { createRecord } from '../../../activities/record';
import { freePort } from '../../../chaos/world/free-port';
import { hasPostgres, newPostgres, type PostgresServer } from '../../../chaos/world/postgres';
import { openLedger, type Ledger } from '../../../ledger';
import { line } from '../ledger/open';

const onPostgres = hasPostgres ? test : test.skip;

let folder: string;
let data: string;
let server: PostgresServer;
let ledger: Ledger;
beforeAll(async () => {
  if (!hasPostgres) return;
  folder = mkdtempSync(join(tmpdir(), 'zhenggai-outage-'));
  data = mkdtempSync(join(tmpdir(), 'zhenggai-outage-data-'));
  server = newPostgres(data, await freePort());
  server.start();
  ledger = await openLedger(server.url);
}, 120_000);
afterAll(async () => {
  if (!hasPostgres) return;
  await ledger.close();
  server.stop();
  for (const each of [folder, data]) rmSync(each, { recursive: true, force: true });
});

onPostgres(
  'a database that goes away under load: every recording is tried again until it is back, and all lines are there in order',
  async () => {
    const record = createRecord(createLedgerJournal(createFileJournal(folder), ledger));
    let failures = 0;
    /** As the activity's retries do it. */
    const insist = async (workflow: string, sequence: number): Promise<void> => {
      for (;;)
        try {
          return await record({ workflow, lines: [line(sequence)] });
        } catch {
          failures += 1;
          await pause(20);
        }
    };
    const workflows = [1, 2, 3, 4, 5].map((seq) => `problem/r/${seq}`);
    const all = workflows.map(async (workflow) => {
      for (let sequence = 1; sequence <= 60; sequence += 1) await insist(workflow, sequence);
    });
    for (const _outage of [1, 2]) {
      await pause(100);
      server.stop();
      await pause(100);
      server.start();
    }
    await Promise.all(all);
    expect(failures).toBeGreaterThan(0);
    const lines = Array.from({ length: 60 }, (_each, index) => line(index + 1));
    for (const workflow of workflows) expect(await ledger.read(workflow)).toEqual(lines);
    expect(await ledger.verify()).toMatchObject({ lines: 300, faults: [] });
  },
  60_000,
);
