'use strict';
// Compiles the sources into dist/ when they have changed since the last time.
// Which folders are sources is said once, in tsconfig.build.json.

const fs = require('node:fs');
const { join } = require('node:path');
const { withLock } = require('./lock');
const { step } = require('./progress');
const { inRoot, root } = require('./root');
const { runProgram } = require('./run-program');
const { runMain, SetupError } = require('./setup-error');

const stampFile = inRoot('dist', '.sources.json');

/** @typedef {Record<string, string>} Sources path → size and time of change */

async function ensureBuild() {
  const now = sources();
  if (Object.keys(now).length === 0 || sameSources(built(), now)) return;
  await withLock(async () => {
    if (!sameSources(built(), sources())) await build();
  });
}

async function build() {
  await step('编译', async () => {
    const now = sources();
    if (Object.keys(built()).some((path) => !(path in now))) removeDist();
    const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
    const args = [
      tsc,
      '-p',
      'tsconfig.build.json',
      '--pretty',
      String(process.stderr.isTTY === true),
    ];
    const { status, output } = await runProgram(process.execPath, args, { output: 'kept' });
    if (status !== 0)
      throw new SetupError('编译没有通过，错误见上（npm run types 可单独检查）。', output);
    fs.writeFileSync(stampFile, JSON.stringify(now));
  });
}

/** A deleted source must not live on as an old file in dist. */
function removeDist() {
  fs.rmSync(inRoot('dist'), { recursive: true, force: true });
}

/** @returns {Sources} */
function built() {
  try {
    return JSON.parse(fs.readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

/** @returns {Sources} */
function sources() {
  const config = JSON.parse(fs.readFileSync(inRoot('tsconfig.build.json'), 'utf8'));
  const folders = config.include.map((/** @type {string} */ glob) => glob.split('/')[0]);
  const files = folders.flatMap(typeScriptIn);
  if (files.length === 0) return {};
  const all = [...files, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
  return Object.fromEntries(all.map((path) => [path, mark(path)]));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function typeScriptIn(folder) {
  if (!fs.existsSync(join(root, folder))) return [];
  return fs
    .readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /[.]tsx?$/.test(path))
    .map((path) => join(folder, path));
}

/** @param {string} path */
function mark(path) {
  const stat = fs.statSync(join(root, path), { throwIfNoEntry: false });
  return stat === undefined ? 'gone' : `${stat.size} ${stat.mtimeMs}`;
}

/**
 * @param {Sources} before
 * @param {Sources} now
 */
function sameSources(before, now) {
  const paths = Object.keys(now);
  return (
    paths.length === Object.keys(before).length && paths.every((path) => before[path] === now[path])
  );
}

module.exports = { ensureBuild };

if (require.main === module) runMain(ensureBuild);
