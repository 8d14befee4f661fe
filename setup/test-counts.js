'use strict';
// A jest reporter that writes down the counts for test.js. A file that cannot even be loaded has no
// tests to fail, so it counts as one failure itself.

const { writeFileSync } = require('node:fs');

/**
 * @typedef {object} Results the part of jest's results that matters here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 */

class TestCounts {
  /**
   * @param {unknown} _contexts
   * @param {Results} results
   */
  onRunComplete(_contexts, results) {
    const file = process.env.ZHENGGAI_TEST_COUNTS;
    if (file === undefined) return;
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}

module.exports = TestCounts;
