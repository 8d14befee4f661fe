'use strict';
// `npm test`: prepares everything, runs jest, and ends with one line that says how it went.

require('./node-version').requireNode();

const fs = require('node:fs');
const { ensureBuild } = require('./build');
const { ensureDependencies } = require('./dependencies');
const { inCache } = require('./root');
const { runJest } = require('./run-jest');
const { runMain } = require('./setup-error');
const { ensureTemporal } = require('./temporal-binaries');

runMain(async () => {
  await ensureDependencies();
  await ensureBuild();
  const programs = await ensureTemporal(['temporal', 'testServer']);
  process.exitCode = await runTests(process.argv.slice(2), programs);
});

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} programs
 */
async function runTests(args, programs) {
  fs.mkdirSync(inCache(), { recursive: true });
  const countsFile = inCache(`test-counts-${process.pid}.json`);
  const passed = await runJest(args, { ...programs, ZHENGGAI_TEST_COUNTS: countsFile });
  const counts = takeCounts(countsFile);
  console.log(line(counts));
  return passed && counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @param {string} file written by test-counts.js
 * @returns {Counts}
 */
function takeCounts(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** @param {Counts} counts */
function line({ passed, failed, skipped }) {
  const skippedToo = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${skippedToo}`;
}
