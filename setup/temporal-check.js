'use strict';
// Does a Temporal program run on this machine? Asked once for each file, remembered until it changes.

const fs = require('node:fs');
const { spawnSync } = require('node:child_process');
const { readRecord } = require('./temporal-record');

/** @typedef {import('./temporal-record').Seen} Seen */

/** A checker that starts from what the record has seen and collects what it sees. */
function createCheck() {
  /** @type {Record<string, Seen>} */
  const seen = {};
  const before = readRecord().seen ?? {};

  /** @param {string} path */
  const runs = (path) => {
    const mark = markOf(path);
    if (mark === undefined) return false;
    if (!isSame(before[path], mark) && !answers(path)) return false;
    seen[path] = mark;
    return true;
  };
  return { runs, seen };
}

/**
 * @param {string} path
 * @returns {Seen | undefined}
 */
function markOf(path) {
  const stat = fs.statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true ? { size: stat.size, mtimeMs: stat.mtimeMs } : undefined;
}

/**
 * @param {Seen | undefined} a
 * @param {Seen} b
 */
function isSame(a, b) {
  return a?.size === b.size && a.mtimeMs === b.mtimeMs;
}

/**
 * The test server knows no --version: it takes it for a port and says so with its own class name.
 * @param {string} path
 */
function answers(path) {
  const { status, stdout, stderr } = spawnSync(path, ['--version'], {
    encoding: 'utf8',
    timeout: 20_000,
    windowsHide: true,
  });
  return status === 0 || `${stdout}${stderr}`.includes('io.temporal.testserver');
}

module.exports = { createCheck };
