'use strict';
// `npm run golden`: takes the golden histories of test/replay/histories anew, from the real Temporal
// development server. Some minutes; afterwards `git diff` shows what became of them.

require('./node-version').requireNode();

const { ensureDependencies } = require('./dependencies');
const { inRoot } = require('./root');
const { runJest } = require('./run-jest');
const { runMain } = require('./setup-error');
const { ensureTemporal } = require('./temporal-binaries');

runMain(async () => {
  await ensureDependencies();
  const programs = await ensureTemporal(['temporal']);
  const passed = await runJest(['--config', inRoot('setup', 'golden-jest.js')], programs);
  process.exitCode = passed ? 0 : 1;
});
