'use strict';
// Where a Temporal program may already be, in the order in which we look. Pure but for the question
// "does it run?", which the caller answers.

const path = require('node:path');
const { variables } = require('./temporal-record');

/**
 * @typedef {import('./temporal-record').ProgramName} ProgramName
 * @typedef {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform, cache: string }} Machine
 * @typedef {{ path: string, from: string }} Candidate
 */

/** @type {Record<ProgramName, string>} */
const executables = { temporal: 'temporal', testServer: 'temporal-test-server' };

/**
 * @param {ProgramName} name
 * @param {NodeJS.Platform} platform
 */
function executable(name, platform) {
  return platform === 'win32' ? `${executables[name]}.exe` : executables[name];
}

/**
 * The program named by the environment variable; it alone is looked at when it is set.
 * Otherwise the folders of PATH, then the project's cache: put there by hand, downloaded by the
 * SDK, or installed from the wheel.
 * @param {ProgramName} name
 * @param {Machine} machine
 * @returns {Candidate[]}
 */
function candidates(name, { env, platform, cache }) {
  const { join } = platform === 'win32' ? path.win32 : path.posix;
  const given = env[variables[name]];
  if (given !== undefined && given !== '') {
    return [{ path: given, from: `环境变量 ${variables[name]}` }];
  }
  const file = executable(name, platform);
  const scripts = platform === 'win32' ? 'Scripts' : 'bin';
  return [
    ...foldersOfPath(env, platform).map((folder) => ({ path: join(folder, file), from: 'PATH' })),
    { path: join(cache, file), from: '项目缓存' },
    { path: join(cache, 'sdk', file), from: 'Temporal SDK 的下载' },
    { path: join(cache, 'venv', scripts, file), from: 'PyPI wheel' },
    { path: join(cache, 'wheel', 'bin', file), from: 'PyPI wheel' },
  ];
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function foldersOfPath(env, platform) {
  const value = env.PATH ?? env.Path ?? '';
  return value.split(platform === 'win32' ? ';' : ':').filter((folder) => folder !== '');
}

/**
 * The first candidate that runs.
 * @param {ProgramName} name
 * @param {Machine} machine
 * @param {(path: string) => boolean} runs
 * @returns {Candidate | undefined}
 */
function lookUp(name, machine, runs) {
  return candidates(name, machine).find((candidate) => runs(candidate.path));
}

module.exports = { candidates, executable, lookUp };
