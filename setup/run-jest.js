'use strict';
// Jest as every script of set-up runs it: in UTC, its output shown.

const { inRoot } = require('./root');
const { runProgram } = require('./run-program');

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} [variables] above the environment's own; it may name another time zone than UTC
 * @returns {Promise<boolean>} whether all tests passed
 */
async function runJest(args, variables = {}) {
  const { status } = await runProgram(
    process.execPath,
    [inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...args],
    { output: 'shown', env: { TZ: 'UTC', ...process.env, ...variables } },
  );
  return status === 0;
}

module.exports = { runJest };
