'use strict';
// Jest as every script of set-up runs it: in UTC, its output shown, with a folder for what its tests throw away.

const { inRoot } = require('./root');
const { runProgram } = require('./run-program');
const { withTemporaryFolder } = require('./temporary-folder');

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} [variables] above the environment's own; it may name another time zone than UTC
 * @returns {Promise<boolean>} whether all tests passed
 */
async function runJest(args, variables = {}) {
  const command = [inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...args];
  return withTemporaryFolder(async (TMPDIR) => {
    const env = { TZ: 'UTC', ...process.env, TMPDIR, ...variables };
    const { status } = await runProgram(process.execPath, command, { output: 'shown', env });
    return status === 0;
  });
}

module.exports = { runJest };
