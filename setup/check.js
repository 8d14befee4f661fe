'use strict';
// `npm run check`, the one gate: every step in turn, cheap ones first; stops at the first failure.

require('./node-version').requireNode();

const { spawnSync } = require('node:child_process');
const { ensureDependencies } = require('./dependencies');
const { elapsed, say } = require('./progress');
const { inRoot, root } = require('./root');
const { runProgram } = require('./run-program');
const { runMain, SetupError } = require('./setup-error');

/** Each is a script of package.json, with what to do when it fails. */
const steps = [
  { title: '格式', script: 'format:check', mend: 'npm run format' },
  { title: '类型', script: 'types', mend: '改正后再运行 npm run types' },
  { title: '规范', script: 'lint', mend: '改正后再运行 npm run lint' },
  { title: '边界', script: 'boundaries', mend: '改正后再运行 npm run boundaries' },
  { title: '无用', script: 'unused', mend: '删去无用的，再运行 npm run unused' },
  { title: '依赖', script: 'protobufjs', mend: '见 npm ls protobufjs' },
  { title: '审计', script: 'audit', mend: '升级后再运行 npm run audit' },
];

runMain(async () => {
  await ensureDependencies();
  for (const step of steps) await runStep(step);
  process.exitCode = runTests(process.argv.includes('--fast'));
});

/** @param {(typeof steps)[number]} step */
async function runStep({ title, script, mend }) {
  const since = Date.now();
  say(`\n▶ ${title}（${script}）`);
  const args = ['--silent', 'run', script];
  const { status, output } = await runProgram('npm', args, { output: 'kept' });
  if (status !== 0) throw new SetupError(`${title}没有通过（${elapsed(since)}）。${mend}`, output);
  const remarks = output.trim();
  say(`${remarks === '' ? '' : `${remarks}\n`}✓ ${title}（${elapsed(since)}）`);
}

/**
 * Last, because its last line is the gate's last line.
 * @param {boolean} fast
 */
function runTests(fast) {
  say('\n▶ 测试（test）');
  if (fast) say('注意：--fast 只跑 test/unit，没有跑 test/workflow、test/replay、test/e2e。');
  const only = fast ? ['--selectProjects', 'unit'] : [];
  const test = [inRoot('setup', 'test.js'), ...only];
  return spawnSync(process.execPath, test, { cwd: root, stdio: 'inherit' }).status ?? 1;
}
