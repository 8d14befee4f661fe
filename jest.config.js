'use strict';
// The four kinds of test, told apart by their folder. Knows where setup/ wrote down the Temporal
// programs, so that a bare `npx jest` finds them too.

const { recordedPrograms } = require('./setup/temporal-record');

process.env.TZ ??= 'UTC';
for (const [name, path] of Object.entries(recordedPrograms())) process.env[name] ??= path;

/** Come as ECMAScript modules alone, which jest's own loader does not take. */
const modules = [
  'better-auth',
  '@better-auth',
  'better-call',
  '@better-fetch',
  'jose',
  '@noble',
  '@hpcc-js',
  'nanostores',
  'rou3',
  'defu',
];

/**
 * Our own files load a package when they first use it: most tests never use most of what theirs can reach.
 *
 * @param {{ readonly tsx: boolean, readonly ours?: boolean }} sources
 */
const compile = ({ tsx, ours = true }) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic', importSource: 'hono/jsx' } },
      keepClassNames: true,
    },
    module: { type: 'commonjs', ignoreDynamic: ours, lazy: ours },
  },
];

/**
 * @param {string} kind
 * @param {number} testSeconds
 * @param {readonly string[]} [setupFiles] loaded before each test file
 */
const project = (kind, testSeconds, setupFiles = []) => ({
  displayName: kind,
  rootDir: __dirname,
  testMatch: [`<rootDir>/test/${kind}/**/*.test.ts?(x)`],
  testEnvironment: 'node',
  globals: { testSeconds },
  setupFiles,
  setupFilesAfterEnv: ['<rootDir>/setup/test-timeout.js'],
  cacheDirectory: '<rootDir>/.cache/jest',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/'],
  transform: {
    '/node_modules/.*\\.m?js$': compile({ tsx: false, ours: false }),
    '\\.tsx$': compile({ tsx: true }),
    '\\.ts$': compile({ tsx: false }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modules.join('|')})/)`],
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
  // One more than the processors of a small machine: most tests wait for a server, not for a processor.
  maxWorkers: 3,
};
