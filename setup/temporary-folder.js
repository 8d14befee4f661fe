'use strict';
// Where tests keep what they throw away: in memory, where the system has room there. A database is a thousand small files, and on
// a disk making and removing them took a third of the ledger's tests (ext4 looks through what was removed lately).

const fs = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { isAlive } = require('./lock');

/** Linux's folder in memory. */
const memory = '/dev/shm';
/** Bytes; the tests need a tenth. A container's is often smaller. */
const roomy = 4 * 1024 ** 3;

/**
 * @template T
 * @param {(folder: string) => Promise<T>} work given a folder of its own, which is gone after it
 * @returns {Promise<T>}
 */
async function withTemporaryFolder(work) {
  const place = process.env.TMPDIR === undefined && hasRoom() ? memory : tmpdir();
  removeAbandoned(place);
  const folder = join(place, `zhenggai-tests-${process.pid}`);
  // PostgreSQL, which refuses to run as root, goes through it as another.
  fs.mkdirSync(folder, { mode: 0o755, recursive: true });
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function hasRoom() {
  try {
    fs.accessSync(memory, fs.constants.W_OK);
    const { bavail, bsize } = fs.statfsSync(memory);
    return bavail * bsize >= roomy;
  } catch {
    return false;
  }
}

/**
 * Those of runs that were killed: memory is not given back by itself.
 * @param {string} place
 */
function removeAbandoned(place) {
  for (const name of fs.readdirSync(place)) {
    const [, pid] = /^zhenggai-tests-(\d+)$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid)))
      fs.rmSync(join(place, name), { recursive: true, force: true });
  }
}

module.exports = { withTemporaryFolder };
