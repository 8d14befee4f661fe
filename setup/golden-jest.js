'use strict';
// The jest configuration with which golden.js takes the golden histories anew.

const { projects = [] } = require('../jest.config');

const replay = projects.find(
  (project) => typeof project === 'object' && project.displayName === 'replay',
);

module.exports = {
  .../** @type {object} */ (replay),
  globals: { testSeconds: 900 },
  testMatch: ['<rootDir>/test/replay/take.golden.ts'],
};
