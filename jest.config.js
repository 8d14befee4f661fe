'use strict';
// The four kinds of test, told apart by their folder. Knows where setup/ wrote down the Temporal
// programs, so that a bare `npx jest` finds them too.

const { compilation } = require('./setup/compilation');
const { recordedPrograms } = require('./setup/temporal-record');

process.env.TZ ??= 'UTC';
for (const [name, path] of Object.entries(recordedPrograms())) process.env[name] ??= path;

/**
 * @param {string} kind
 * @param {number} testSeconds
 * @param {readonly string[]} [setupFiles] loaded before each test file
 */
const project = (kind, testSeconds, setupFiles = []) => ({
  displayName: kind,
  rootDir: __dirname,
  testMatch: [`<rootDir>/test/${kind}/**/*.test.ts?(x)`],
  testEnvironment: '<rootDir>/setup/jest-environment.js',
  runtime: '<rootDir>/setup/jest-runtime.js',
  globals: { testSeconds },
  setupFiles,
  setupFilesAfterEnv: ['<rootDir>/setup/test-timeout.js'],
  cacheDirectory: '<rootDir>/.cache/jest',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  transform: {
    '\\.tsx$': ['@swc/jest', compilation({ tsx: true })],
    '\\.ts$': ['@swc/jest', compilation({ tsx: false })],
  },
});

const unwatched = ['<rootDir>/setup/unwatched-workflows.js'];

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    project('unit', 20),
    project('workflow', 180, unwatched),
    project('replay', 180, unwatched),
    project('e2e', 300),
  ],
  reporters: ['default', '<rootDir>/setup/test-counts.js'],
  testSequencer: '<rootDir>/setup/test-sequencer.js',
  // One more than the processors of a small machine: most tests wait for a server, not for a processor.
  maxWorkers: 3,
  // What a process is begun anew above: collecting a large heap costs every file after the one that filled it.
  workerIdleMemoryLimit: '700MB',
};
