/** The databases that the ledger runs on, each started for a test and thrown away: PGlite always, PostgreSQL where it is installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../chaos/world/place';
import { startEmbedded } from '../../../ledger/embedded';

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
    const { url, stop } = await startEmbedded(join(folder, 'ledger'));
    return { url, stop: () => stop().then(() => remove(folder)) };
  },
};

/** Debian keeps its programs here, one folder a version; elsewhere they are on the path. */
const debian = '/usr/lib/postgresql';

const programs = existsSync(debian)
  ? readdirSync(debian)
      .map((version) => join(debian, version, 'bin'))
      .filter((folder) => existsSync(join(folder, 'initdb')))
      .sort()
      .at(-1)
  : undefined;

export const postgres: DatabaseKind = {
  name: 'PostgreSQL',
  isHere: programs !== undefined,
  start: async () => {
    const folder = newFolder();
    const port = await freePort();
    const data = join(folder, 'data');
    if (isRoot) execFileSync('chown', ['postgres', folder]);
    const quietly = ['-c', 'log_min_messages=panic', '-c', 'fsync=off'];
    const options = ['-p', String(port), '-h', '127.0.0.1', '-k', folder, ...quietly].join(' ');
    run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C');
    run('pg_ctl', '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start');
    return {
      url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
      stop: () => {
        run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
        return Promise.resolve(remove(folder));
      },
    };
  },
};

const isRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root. */
function run(program: string, ...args: readonly string[]): void {
  const path = join(programs ?? '', program);
  const command = isRoot ? ['runuser', '-u', 'postgres', '--', path] : [path];
  const [first = path, ...rest] = command;
  execFileSync(first, [...rest, ...args], { stdio: 'ignore', cwd: tmpdir() });
}

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
