'use strict';
// Lets Temporal's SDK download a program, in a child process: where its host cannot be reached the
// SDK may hang, and an abandoned attempt must leave nothing behind.

const fs = require('node:fs');
const { spawn } = require('node:child_process');
const { join } = require('node:path');
const { inCache, root } = require('./root');
const { executable } = require('./temporal-lookup');

/** @typedef {import('./temporal-record').ProgramName} ProgramName */

const patience = 15_000;

/**
 * Puts the program into .cache/temporal/sdk. Gives up when nothing has arrived for 15 seconds.
 * @param {ProgramName} name
 * @returns {Promise<boolean>} whether it came
 */
async function downloadBySdk(name) {
  const folder = inCache('temporal', 'sdk', `download-${name}`);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  try {
    return (await runChild(name, folder)) && keep(name, folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {ProgramName} name
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
function runChild(name, folder) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [__filename, name, folder], {
      cwd: root,
      stdio: 'ignore',
    });
    let lastProgress = Date.now();
    let arrived = contents(folder);
    const watch = setInterval(() => {
      const now = contents(folder);
      if (now !== arrived) lastProgress = Date.now();
      arrived = now;
      if (Date.now() - lastProgress > patience) child.kill('SIGKILL');
    }, 500);
    child.on('error', () => resolve(false));
    child.on('close', (status) => {
      clearInterval(watch);
      resolve(status === 0);
    });
  });
}

/** @param {string} folder */
function contents(folder) {
  return fs
    .readdirSync(folder)
    .map((file) => `${file} ${fs.statSync(join(folder, file), { throwIfNoEntry: false })?.size}`)
    .join('\n');
}

/**
 * @param {ProgramName} name
 * @param {string} folder
 */
function keep(name, folder) {
  const size = (/** @type {string} */ file) => fs.statSync(join(folder, file)).size;
  const [file] = fs.readdirSync(folder).sort((a, b) => size(b) - size(a));
  if (file === undefined) return false;
  fs.renameSync(join(folder, file), inCache('temporal', 'sdk', executable(name, process.platform)));
  return true;
}

module.exports = { downloadBySdk };

/**
 * The child: starting a server makes the SDK download it first.
 * @param {string} name
 * @param {string} downloadDir
 */
async function startOnce(name, downloadDir) {
  const { TestWorkflowEnvironment } = require('@temporalio/testing');
  const server = { executable: { type: /** @type {const} */ ('cached-download'), downloadDir } };
  const env =
    name === 'temporal'
      ? await TestWorkflowEnvironment.createLocal({ server })
      : await TestWorkflowEnvironment.createTimeSkipping({ server });
  await env.teardown();
}

if (require.main === module) {
  const [, , name = '', folder = ''] = process.argv;
  startOnce(name, folder).then(
    () => process.exit(0),
    () => process.exit(1),
  );
}
