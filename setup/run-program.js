'use strict';
// Runs another program to its end: shown (all on stderr), silent with its output kept, or in our place.

const { spawn } = require('node:child_process');
const { root } = require('./root');

/**
 * @typedef {object} Options
 * @property {'shown' | 'kept' | 'its own'} output its own: as if it had been started itself, input and signals too
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeout] milliseconds; the program is killed after it
 *
 * @typedef {{ status: number | null, output: string }} Outcome
 */

/** @type {Record<Options['output'], import('node:child_process').StdioOptions>} */
const stdioFor = {
  shown: ['ignore', 2, 2],
  kept: ['ignore', 'pipe', 'pipe'],
  'its own': 'inherit',
};

/**
 * Never rejects: a program that cannot be started has status null and the reason as its output.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Options} options
 * @returns {Promise<Outcome>}
 */
function runProgram(program, args, { output, cwd = root, env = process.env, timeout }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: stdioFor[output],
      // npm is a script on Windows, and scripts need a shell there
      shell: process.platform === 'win32' && program === 'npm',
      ...(timeout === undefined ? {} : { timeout, killSignal: /** @type {const} */ ('SIGKILL') }),
    });
    let kept = '';
    const keep = (/** @type {Buffer} */ chunk) => (kept += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ status: null, output: error.message }));
    child.on('close', (status) => resolve({ status, output: kept }));
  });
}

module.exports = { runProgram };
