'use strict';
// A developer's tool of dist/: prepares everything, then runs it in our place.

const { ensureBuild } = require('./build');
const { ensureDependencies } = require('./dependencies');
const { inRoot } = require('./root');
const { runProgram } = require('./run-program');
const { runMain } = require('./setup-error');
const { ensureTemporal } = require('./temporal-binaries');

/**
 * @typedef {object} Needs
 * @property {Record<string, string>} [variables] above the environment's own
 * @property {() => Promise<Record<string, string>>} [programs] sees to what it runs on, and gives the variables that say where it is
 */

/**
 * Takes the command line's arguments and sets the exit code.
 * @param {string} folder whose compiled main.js it is
 * @param {Needs} [needs]
 */
function runTool(folder, { variables = {}, programs = () => ensureTemporal(['temporal']) } = {}) {
  runMain(async () => {
    await ensureDependencies();
    await ensureBuild();
    const args = process.argv.slice(2);
    const places = args.includes('--help') ? {} : await programs();
    // Ctrl-C reaches the tool by itself, which then stops what it started: here it is only waited for.
    process.on('SIGINT', () => undefined);
    const main = inRoot('dist', folder, 'main.js');
    const { status } = await runProgram(process.execPath, ['--enable-source-maps', main, ...args], {
      output: 'its own',
      env: { ...process.env, ...places, ...variables },
    });
    process.exitCode = status ?? 1;
  });
}

module.exports = { runTool };
