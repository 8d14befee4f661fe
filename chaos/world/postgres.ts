/** A PostgreSQL server of our own in a folder: where Debian or the path has its programs. It refuses to run as root. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PostgresServer {
  readonly url: string;
  /** The process that all others of the server come from. */
  readonly pid: () => number;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Debian keeps its programs here, one folder a version. */
const debian = '/usr/lib/postgresql';

const programs = existsSync(debian)
  ? readdirSync(debian)
      .map((version) => join(debian, version, 'bin'))
      .filter((folder) => existsSync(join(folder, 'initdb')))
      .sort()
      .at(-1)
  : undefined;

export const hasPostgres = programs !== undefined;

/**
 * Makes a database in the folder; `start` starts its server.
 *
 * @param settings as `name=value`; by default it syncs what it commits, as a server does that keeps things
 */
export function newPostgres(
  folder: string,
  port: number,
  settings: readonly string[] = [],
): PostgresServer {
  const data = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  // What is empty need not outlive the machine.
  run(
    ...(['initdb', '--no-sync', '-D', data, '-A', 'trust', '-U', 'postgres'] as const),
    ...['-E', 'UTF8', '--locale=C'],
  );
  const set = ['log_min_messages=panic', ...settings].flatMap((setting) => ['-c', setting]);
  const options = ['-p', String(port), '-h', '127.0.0.1', '-k', folder, ...set].join(' ');
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    pid: () => Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10),
    start: () => run('pg_ctl', '-D', data, '-o', options, '-l', join(folder, 'log'), '-w', 'start'),
    stop: () => run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop'),
  };
}

const isRoot = process.getuid?.() === 0;

function run(program: string, ...args: readonly string[]): void {
  const path = join(programs ?? '', program);
  const command = isRoot ? ['runuser', '-u', 'postgres', '--', path] : [path];
  const [first = path, ...rest] = command;
  execFileSync(first, [...rest, ...args], { stdio: 'ignore', cwd: tmpdir() });
}
