'use strict';
// `npm run golden`: takes the golden histories of test/replay/histories anew, from the real Temporal
// development server. Some minutes; afterwards `git diff` shows what became of them.

require('./node-version').requireNode();

const { ensureDependencies } = require('./dependencies');
const { inRoot } = require('./root');
const { runProgram } = require('./run-program');
const { runMain } = require('./setup-error');
const { ensureTemporal } = require('./temporal-binaries');

runMain(async () => {
  await ensureDependencies();
  const programs = await ensureTemporal(['temporal']);
  const { status } = await runProgram(
    process.execPath,
    [
      inRoot('node_modules', 'jest', 'bin', 'jest.js'),
      ...['--config', inRoot('setup', 'golden-jest.js')],
    ],
    { output: 'shown', env: { TZ: 'UTC', ...process.env, ...programs } },
  );
  process.exitCode = status ?? 1;
});
