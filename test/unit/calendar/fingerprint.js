'use strict';
// Run by zones.test.ts in a process of its own: prints every working day and some schedules, for comparison
// between time zones. Compiles TypeScript as it is required.

const fs = require('node:fs');
const path = require('node:path');
const swc = require('@swc/core');
const yaml = require('yaml');

const options = {
  swcrc: false,
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  module: { type: 'commonjs' },
};
require.extensions['.ts'] = (module, file) =>
  module._compile(swc.transformFileSync(file, options).code, file);

const root = path.join(__dirname, '../../..');
const { chineseCalendar } = require(path.join(root, 'calendar/chinese'));
const { addDays } = require(path.join(root, 'domain/plain-date'));
const { schedule } = require(path.join(root, 'domain/scheduling'));
const { dueRules } = require(path.join(root, 'domain/due-rules'));
const { realTime } = require(path.join(root, 'domain/plan-clock'));

const policy = yaml.parse(fs.readFileSync(path.join(root, 'policies/default.yaml'), 'utf8'));

const workdays = [];
for (let date = '2021-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
  if (chineseCalendar.isWorkday(date)) workdays.push(date);
}

const schedules = ['2023-01-12', '2024-08-31', '2025-11-02'].map((feedbackOn) =>
  schedule(
    {
      wait: 'work',
      since: `${feedbackOn}T16:30:00.000Z`,
      now: `${feedbackOn}T16:30:00.000Z`,
      due: dueRules(policy).timeLimited(feedbackOn),
      after: null,
      officeActs: false,
      reviewer: null,
      policy,
      clock: realTime,
    },
    chineseCalendar,
  ),
);

process.stdout.write(
  JSON.stringify({
    offset: new Date(Date.UTC(2025, 0, 15)).getTimezoneOffset(),
    answer: { workdays, schedules },
  }),
);
