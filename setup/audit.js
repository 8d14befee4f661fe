'use strict';
// Known holes in the dependencies that are shipped. Run as `npm run audit`; where the registry does not answer it says so and
// stands in nobody's way.

const { runProgram } = require('./run-program');
const { runMain, SetupError } = require('./setup-error');
const { verdictOf } = require('./audit-verdict');

const patience = 8000;

runMain(async () => {
  const args = [
    'audit',
    '--omit=dev',
    '--json',
    '--fetch-retries=0',
    `--fetch-timeout=${patience}`,
  ];
  const { output } = await runProgram('npm', args, { output: 'kept', timeout: patience });
  const verdict = verdictOf(output);
  if (verdict.kind === 'unanswered') {
    process.stdout.write('注意：依赖没有审计，登记处没有回答。\n');
    return;
  }
  if (verdict.severe.length > 0)
    throw new SetupError('生产依赖有严重漏洞，请升级。', verdict.severe.join('\n'));
  if (verdict.others > 0) process.stdout.write(`较轻的漏洞 ${verdict.others} 个：npm audit\n`);
});
