'use strict';
// `npm run bench`: prepares everything, then measures. The report goes to stdout, progress to stderr.

require('./node-version').requireNode();

const { spawn } = require('node:child_process');
const { ensureBuild } = require('./build');
const { ensureDependencies } = require('./dependencies');
const { inRoot, root } = require('./root');
const { runMain } = require('./setup-error');
const { ensureTemporal } = require('./temporal-binaries');

runMain(async () => {
  await ensureDependencies();
  await ensureBuild();
  const programs = await ensureTemporal(['temporal']);
  process.exitCode = await runBench(process.argv.slice(2), programs);
});

/**
 * Ctrl-C reaches the bench by itself, which then stops what it started: here it is only waited for.
 * @param {readonly string[]} args
 * @param {Record<string, string>} programs
 * @returns {Promise<number>}
 */
function runBench(args, programs) {
  process.on('SIGINT', () => undefined);
  const main = inRoot('dist', 'bench', 'main.js');
  const bench = spawn(process.execPath, ['--enable-source-maps', main, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...programs, TZ: 'UTC' },
  });
  return new Promise((resolve) => {
    bench.on('error', () => resolve(1));
    bench.on('close', (status) => resolve(status ?? 1));
  });
}
