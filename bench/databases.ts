/** The databases that a ledger runs on, each of the bench's own in a folder that is thrown away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../chaos/world/free-port';
import { hasPostgres, newPostgres } from '../chaos/world/postgres';
import { openEmbeddedLedger, openLedger, type Ledger } from '../ledger';

export type DatabaseName = 'PGlite' | 'PostgreSQL';

/** Those that are here: PostgreSQL only where it is installed, and said when it is not. */
export function databasesHere(say: (text: string) => void): readonly DatabaseName[] {
  if (hasPostgres) return ['PGlite', 'PostgreSQL'];
  say('PostgreSQL is not installed here: measured on PGlite alone');
  return ['PGlite'];
}

export interface OpenedLedger {
  readonly ledger: Ledger;
  /** Of the database's own process; null where it runs in this one. */
  readonly pid: number | null;
  readonly stop: () => Promise<void>;
}

/** @param settings of the PostgreSQL server, above what it has by itself */
export async function openBenchLedger(
  name: DatabaseName,
  settings: readonly string[] = [],
): Promise<OpenedLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-bench-ledger-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  if (name === 'PGlite') {
    const ledger = await openEmbeddedLedger(join(folder, 'ledger'));
    return { ledger, pid: null, stop: () => ledger.close().finally(remove) };
  }
  const server = newPostgres(folder, await freePort(), settings);
  server.start();
  const ledger = await openLedger(server.url);
  const stopServer = (): void => {
    server.stop();
    remove();
  };
  return { ledger, pid: server.pid(), stop: () => ledger.close().finally(stopServer) };
}
