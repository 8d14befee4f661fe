'use strict';
// `npm run check`, the one gate: two rows of steps side by side, cheap ones first, then the tests; a failure ends its row, and the
// gate after the other row.

require('./node-version').requireNode();

const { spawnSync } = require('node:child_process');
const { ensureDependencies } = require('./dependencies');
const { elapsed, say } = require('./progress');
const { inRoot, root } = require('./root');
const { runProgram } = require('./run-program');
const { runMain } = require('./setup-error');

/**
 * Each is a script of package.json, with what to do when it fails. The linter alone takes as long as all the others.
 * @type {readonly (readonly { readonly title: string, readonly script: string, readonly mend: string }[])[]}
 */
const rows = [
  [{ title: '规范', script: 'lint', mend: '改正后再运行 npm run lint' }],
  [
    { title: '格式', script: 'format:check', mend: 'npm run format' },
    { title: '类型', script: 'types', mend: '改正后再运行 npm run types' },
    { title: '边界', script: 'boundaries', mend: '改正后再运行 npm run boundaries' },
    { title: '无用', script: 'unused', mend: '删去无用的，再运行 npm run unused' },
    { title: '依赖', script: 'protobufjs', mend: '见 npm ls protobufjs' },
    { title: '审计', script: 'audit', mend: '升级后再运行 npm run audit' },
  ],
];

runMain(async () => {
  await ensureDependencies();
  say(
    `▶ ${rows
      .flat()
      .map(({ title }) => title)
      .join('、')}`,
  );
  const ended = await Promise.all(rows.map(runRow));
  if (ended.includes('failed')) {
    process.exitCode = 1;
    return;
  }
  process.exitCode = runTests(process.argv.includes('--fast'));
});

/**
 * @param {(typeof rows)[number]} steps
 * @returns {Promise<'passed' | 'failed'>}
 */
async function runRow(steps) {
  for (const { title, script, mend } of steps) {
    const since = Date.now();
    const args = ['--silent', 'run', script];
    const { status, output } = await runProgram('npm', args, { output: 'kept' });
    const remarks = output.trim() === '' ? '' : `${output.trim()}\n`;
    if (status !== 0) {
      say(`${remarks}\n✗ ${title}没有通过（${elapsed(since)}）。${mend}`);
      return 'failed';
    }
    say(`${remarks}✓ ${title}（${script}，${elapsed(since)}）`);
  }
  return 'passed';
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
