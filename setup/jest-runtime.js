'use strict';
// How test files load modules: ours by jest, anew for each test file; packages by Node, once a process. Tests replace no package.

const { transformFileSync } = require('@swc/core');
const { createRequire, isBuiltin } = require('node:module');
const { default: Runtime } = require('jest-runtime');
const { compilation } = require('./compilation');

/**
 * @param {NodeJS.Module} module
 * @param {string} file
 */
function loadOurs(module, file) {
  const { code } = transformFileSync(file, compilation({ tsx: false }));
  const compiling = /** @type {{ _compile: (code: string, file: string) => void }} */ (
    /** @type {unknown} */ (module)
  );
  compiling._compile(code, file);
}
// The SDK is given paths of ours, and has Node load them.
require.extensions['.ts'] = loadOurs;

class NodesPackages extends Runtime {
  /**
   * @override
   * @template Module
   * @param {string} from
   * @param {string} name
   * @returns {Module}
   */
  requireModuleOrMock(from, name) {
    const isOurs = /^[./]/.test(name) || name === '@jest/globals' || isBuiltin(name);
    return isOurs ? super.requireModuleOrMock(from, name) : createRequire(from)(name);
  }
}

module.exports = NodesPackages;
module.exports.default = NodesPackages;
