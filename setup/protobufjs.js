'use strict';
// One copy of protobufjs for all of @temporalio: with several, a history read from JSON does not
// replay ("type must be a Type"). Run as `npm run protobufjs`.

const { readFileSync } = require('node:fs');
const { inRoot } = require('./root');
const { runProgram } = require('./run-program');
const { runMain, SetupError } = require('./setup-error');

runMain(async () => {
  const { status, output } = await runProgram('npm', ['ls', 'protobufjs'], { output: 'kept' });
  if (status !== 0) throw new SetupError('依赖树不一致，请重新 npm install。', output);
  const nested = nestedCopies();
  if (nested.length === 0) return;
  throw new SetupError(
    `@temporalio 下有多份 protobufjs：${nested.join('、')}\npackage.json 里的 protobufjs 须与它们要求的版本一致。`,
  );
});

/** @returns {string[]} */
function nestedCopies() {
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  return Object.keys(lock.packages).filter((path) =>
    /@temporalio\/[^/]+\/node_modules\/protobufjs$/.test(path),
  );
}
