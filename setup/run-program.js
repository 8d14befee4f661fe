'use strict';
// Runs another program to its end, either shown (all on stderr) or silent with its output kept.

const { spawn } = require('node:child_process');
const { root } = require('./root');

/**
 * @typedef {object} Options
 * @property {'shown' | 'kept'} output
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeout] milliseconds; the program is killed after it
 *
 * @typedef {{ status: number | null, output: string }} Outcome
 */

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
      stdio: output === 'shown' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
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
