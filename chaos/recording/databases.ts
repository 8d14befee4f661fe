/** The two databases that a ledger runs on: where a store's recorder finds its own, and how a server of one is broken. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../world/free-port';
import { newPostgres, type PostgresServer } from '../world/postgres';
import type { DatabaseName } from './kill-plan';

export interface Database {
  /** Of a store's own; null where its recorder brings it along. */
  readonly newUrl: () => Promise<string | null>;
  /** kill -9 of its first process; does nothing where the recorder has it. */
  readonly killServer: () => void;
  /** kill -9 of the session that was started last; the server then ends all others and starts anew. */
  readonly killSession: (url: string) => Promise<void>;
  /** Until it answers again. */
  readonly revive: () => Promise<void>;
  readonly stop: () => void;
}

export async function startDatabase(name: DatabaseName): Promise<Database> {
  return name === 'PGlite' ? embedded : postgres(await freePort());
}

const embedded: Database = {
  newUrl: () => Promise.resolve(null),
  killServer: () => undefined,
  killSession: () => Promise.resolve(),
  revive: () => Promise.resolve(),
  stop: () => undefined,
};

/** In a folder of its own: where the stores are its user may not look. */
function postgres(port: number): Database {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-chaos-server-'));
  const server = newPostgres(folder, port);
  server.start();
  let stores = 0;
  return {
    newUrl: async () => {
      const name = `store_${(stores += 1)}`;
      await asked(server.url, (client) => client.query(`create database ${name}`));
      return server.url.replace(/[^/]*$/, name);
    },
    killServer: () => void process.kill(server.pid(), 'SIGKILL'),
    killSession: async (url) => {
      const { rows } = await asked(url, (client) =>
        client.query<{ readonly pid: number }>(`select pid from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
          order by backend_start desc limit 1`),
      );
      for (const { pid } of rows) process.kill(pid, 'SIGKILL');
    },
    revive: () => revive(server),
    stop: () => {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const within = 30_000;

/** Sessions of a killed server hold its memory a moment longer: until then it does not start. */
async function revive(server: PostgresServer): Promise<void> {
  for (const giveUp = performance.now() + within; ; await pause(50)) {
    try {
      await asked(server.url, (client) => client.query('select 1'));
      return;
    } catch (error) {
      if (performance.now() > giveUp) throw error;
      startIfGone(server);
    }
  }
}

function startIfGone(server: PostgresServer): void {
  try {
    server.start();
  } catch {
    // it runs, and is not ready; or the old one is not gone yet
  }
}

async function asked<Answer>(
  url: string,
  question: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new Client({ connectionString: url });
  // Of a server that is killed meanwhile: the question fails.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
