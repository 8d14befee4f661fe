'use strict';
// Says in plain words that Node is too old. Written so that an old Node can still read it.

const wanted = { major: 20, minor: 19 };

/** @param {string} version as in process.versions.node */
function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major === undefined || minor === undefined) return true;
  return major < wanted.major || (major === wanted.major && minor < wanted.minor);
}

/** Ends the process with exit code 1 when Node is older than the project supports. */
function requireNode() {
  if (!isTooOld(process.versions.node)) return;
  process.stderr.write(
    '整改需要 Node.js ' +
      wanted.major +
      '.' +
      wanted.minor +
      ' 或更高版本，当前是 ' +
      process.versions.node +
      '。\n请从 https://nodejs.org 安装新版本（建议 22 LTS），然后重新运行刚才的命令。\n',
  );
  process.exit(1);
}

module.exports = { isTooOld, requireNode };
