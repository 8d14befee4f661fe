/** The databases that the ledger runs on, each started for a test and thrown away: PGlite always, PostgreSQL where it is installed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../chaos/world/free-port';
import { hasPostgres, newPostgres } from '../../../chaos/world/postgres';
import { startEmbedded } from '../../../ledger/embedded';
import { newLedgerFolder } from './new-folder';

export interface Database {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface DatabaseKind {
  readonly name: string;
  readonly isHere: boolean;
  readonly start: () => Promise<Database>;
}

export const pglite: DatabaseKind = {
  name: 'PGlite',
  isHere: true,
  start: async () => {
    const folder = newFolder();
    await newLedgerFolder(join(folder, 'ledger'));
    const { url, stop } = await startEmbedded(join(folder, 'ledger'));
    return { url, stop: () => stop().then(() => remove(folder)) };
  },
};

export const postgres: DatabaseKind = {
  name: 'PostgreSQL',
  isHere: hasPostgres,
  start: async () => {
    const folder = newFolder();
    const server = newPostgres(folder, await freePort(), ['fsync=off']);
    server.start();
    return {
      url: server.url,
      stop: () => {
        server.stop();
        return Promise.resolve(remove(folder));
      },
    };
  },
};

/** Runs the tests once on each database; on one that is not installed they are skipped, and counted as such. */
export function onEachDatabase(tests: (database: DatabaseKind) => void): void {
  for (const database of [pglite, postgres]) {
    const describeIt = database.isHere ? describe : describe.skip;
    describeIt(database.name, () => tests(database));
  }
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'zhenggai-ledger-'));
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
