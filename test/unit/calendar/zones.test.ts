/** The same dates whatever the zone of the process: each zone runs in a process of its own. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const fingerprint = (zone: string): string =>
  execFileSync(process.execPath, [join(__dirname, 'fingerprint.js')], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });

test.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Apia', 'Europe/London'])(
  'dates and reminders are the same in a process in %s as in UTC',
  (zone) => {
    const utc = JSON.parse(fingerprint('UTC')) as { offset: number; answer: unknown };
    const there = JSON.parse(fingerprint(zone)) as { offset: number; answer: unknown };
    expect(there.answer).toEqual(utc.answer);
    if (zone !== 'Europe/London') expect(there.offset).not.toBe(utc.offset);
  },
);
