// A command loads its own file and little else.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Command } from 'commander';
import { filesOf } from '../../../cli/command-files';
import type { CliContext } from '../../../cli/command';
import { createProgram } from '../../../cli/program';

const context: CliContext = {
  out: () => undefined,
  err: () => undefined,
  env: {},
  cwd: '/',
  now: () => '2026-11-02T00:00:00.000Z',
  signal: new AbortController().signal,
};

describe('the files of commands', () => {
  const names = createProgram(context).commands.map((command) => command.name());

  it.each(names)('%s is found in one file, which registers it', (name) => {
    const [own, ...others] = filesOf(name);
    expect(others).toEqual([]);
    const program = new Command();
    own?.register(program, context);
    expect(program.commands.map((command) => command.name())).toContain(name);
  });

  it('are all asked for help, and for what none of them has', () => {
    for (const name of ['', '--help', 'lst']) expect(filesOf(name).length).toBeGreaterThan(15);
  });
});

/** None is needed to say what commands there are, or that no server runs. */
const heavy = [
  ...['exceljs', '@e965/xlsx', 'docx', 'htmlparser2'],
  ...['better-auth', 'hono', '@hono/node-server', 'nodemailer', 'prom-client'],
  ...['kysely', 'pg', '@electric-sql/pglite', '@temporalio/client', '@temporalio/worker'],
];

const root = join(__dirname, '../../..');
const main = join(root, 'dist/cli/main.js');

/** The packages that a command of the program as it is built has loaded when it ends. */
function loadedBy(...args: readonly string[]): readonly string[] {
  const script = `process.argv.unshift('node');
    process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(Object.keys(require.cache))));
    require(${JSON.stringify(main)});`;
  const env = { PATH: process.env['PATH'], ZHENGGAI_HOME: join(root, 'no-such-store') };
  const { stderr: told } = spawnSync(process.execPath, ['-e', script, '--', ...args], {
    env,
    encoding: 'utf8',
  });
  const files = JSON.parse(told.slice(told.lastIndexOf('\n') + 1)) as readonly string[];
  return files.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
}

describe('what is loaded', () => {
  it.each([['--help'], ['list']])('by zhenggai %s is none of the heavy packages', (command) => {
    const loaded = loadedBy(command);
    expect(loaded).toContain('commander');
    expect(heavy.filter((name) => loaded.includes(name))).toEqual([]);
  });
});
