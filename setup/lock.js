'use strict';
// One process at a time changes node_modules, dist or .cache.
// A lock is a folder that holds one file named for its owner. It is put in place by renaming, and an
// abandoned one is taken apart by deleting exactly that file, so two rivals can never both win.

const fs = require('node:fs');
const { hostname } = require('node:os');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { inCache } = require('./root');
const { say } = require('./progress');

const heartbeat = 5_000;
const abandonedAfter = 60_000;

/**
 * Does the work while holding the lock; waits for whoever holds it now.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [folder]
 * @returns {Promise<T>}
 */
async function withLock(work, folder = inCache('lock')) {
  const owner = await acquire(folder);
  const pulse = setInterval(() => touch(join(folder, owner)), heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(pulse);
    release(folder, owner);
  }
}

/** @param {string} folder */
async function acquire(folder) {
  const owner = `${process.pid}@${hostname()}`;
  for (let waited = 0; !tryAcquire(folder, owner); waited += 1) {
    if (waited === 5) say('… 另一个进程正在准备环境，等待它完成');
    dropAbandoned(folder);
    await sleep(200);
  }
  return owner;
}

/**
 * @param {string} folder
 * @param {string} owner
 */
function tryAcquire(folder, owner) {
  const mine = `${folder}.${owner}`;
  fs.mkdirSync(mine, { recursive: true });
  fs.writeFileSync(join(mine, owner), '');
  try {
    fs.renameSync(mine, folder); // refused while the folder has a file in it
    return true;
  } catch {
    fs.rmSync(mine, { recursive: true, force: true });
    return false;
  }
}

/** @param {string} folder */
function dropAbandoned(folder) {
  const owners = ownersIn(folder);
  for (const owner of owners) {
    if (isAbandoned(folder, owner)) release(folder, owner);
  }
  if (owners.length === 0) removeEmpty(folder);
}

/** @param {string} folder */
function ownersIn(folder) {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * @param {string} folder
 * @param {string} owner
 */
function isAbandoned(folder, owner) {
  const [pid, host] = owner.split('@');
  if (host === hostname() && !isAlive(Number(pid))) return true;
  const stat = fs.statSync(join(folder, owner), { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > abandonedAfter;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @param {string} folder
 * @param {string} owner
 */
function release(folder, owner) {
  try {
    fs.unlinkSync(join(folder, owner));
  } catch {
    return; // taken from us, or released by a rival
  }
  removeEmpty(folder);
}

/** @param {string} folder */
function removeEmpty(folder) {
  try {
    fs.rmdirSync(folder);
  } catch {
    // gone, or already taken by the next owner
  }
}

/** @param {string} file */
function touch(file) {
  try {
    fs.utimesSync(file, new Date(), new Date());
  } catch {
    // taken from us after a long sleep of the machine
  }
}

module.exports = { isAlive, withLock };
