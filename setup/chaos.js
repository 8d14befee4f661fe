'use strict';
// `npm run chaos`: prepares everything, then breaks the running system at random moments: see chaos/README.md.

require('./node-version').requireNode();

const { spawnSync } = require('node:child_process');
const { ensureBuild } = require('./build');
const { ensureDependencies } = require('./dependencies');
const { inRoot, root } = require('./root');
const { runMain } = require('./setup-error');
const { ensureTemporal } = require('./temporal-binaries');

runMain(async () => {
  await ensureDependencies();
  await ensureBuild();
  const programs = await ensureTemporal(['temporal']);
  const program = [inRoot('dist', 'chaos', 'main.js'), ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, program, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...programs },
  });
  process.exitCode = status ?? 1;
});
