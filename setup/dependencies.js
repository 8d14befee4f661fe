'use strict';
// Makes node_modules what package-lock.json says, and does nothing when it already is.

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const { join } = require('node:path');
const { withLock } = require('./lock');
const { step } = require('./progress');
const { inRoot } = require('./root');
const { runProgram } = require('./run-program');
const { SetupError } = require('./setup-error');

const modules = inRoot('node_modules');
const stampFile = join(modules, '.zhenggai-stamp');

async function ensureDependencies() {
  if (isStamped()) return;
  await withLock(async () => {
    if (isStamped()) return;
    if (!isForOtherPlatform() && isInstalled()) writeStamp();
    else await install();
  });
}

function isStamped() {
  return read(stampFile) === stamp();
}

function isForOtherPlatform() {
  const found = read(stampFile);
  return found !== undefined && !found.startsWith(platform());
}

/** True when somebody's own `npm install` has already put every locked package in place. */
function isInstalled() {
  const installed = lockedPackages(join(modules, '.package-lock.json'));
  const wanted = lockedPackages(inRoot('package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional = false }]) => {
    if (path === '' || (optional && installed[path] === undefined)) return true;
    return installed[path]?.version === version && fs.existsSync(inRoot(path, 'package.json'));
  });
}

/**
 * Not `npm ci`: it refuses a lock that lacks the binaries of other platforms, and empties
 * node_modules under whoever is using it. `--no-save` leaves both package.json and the lock alone.
 */
async function install() {
  await step('安装依赖（npm install，首次约需一分钟）', async () => {
    const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
    const args = ['install', '--no-save', '--include=dev', ...quiet];
    const { status, output } = await runProgram('npm', args, { output: 'shown' });
    if (status !== 0) throw new SetupError(installFailed(status), output);
    writeStamp();
  });
}

/** @param {number | null} status */
function installFailed(status) {
  return [
    `依赖没有装好（npm install 退出码 ${status ?? '无：npm 未能启动'}，原因见上）。`,
    '  · 网络：检查能否访问 npm 源；在国内可先执行 npm config set registry <镜像地址>',
    '  · 权限或磁盘：确认本目录可写、磁盘有 1 GB 以上空间',
    '处理后重新运行刚才的命令即可。',
  ].join('\n');
}

function writeStamp() {
  fs.writeFileSync(stampFile, stamp());
}

function stamp() {
  const lock = createHash('sha256').update(fs.readFileSync(inRoot('package-lock.json')));
  return `${platform()} node${process.versions.node.split('.')[0]} ${lock.digest('hex')}\n`;
}

function platform() {
  return `${process.platform}-${process.arch}`;
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function lockedPackages(file) {
  const text = read(file);
  return text === undefined ? {} : JSON.parse(text).packages;
}

module.exports = { ensureDependencies };
