import { join } from 'node:path';
import { chineseCalendar } from '../../../calendar/chinese';
import { people } from '../../../chaos/load/received';
import { historyOf, type Line } from '../../../chaos/model/history';
import { remindersOf } from '../../../chaos/model/reminders';
import { waitsOf } from '../../../chaos/model/waits';
import { chaosPolicy } from '../../../chaos/policy';
import { realTime } from '../../../domain/plan-clock';

const policy = chaosPolicy(join(__dirname, '..', '..', '..'));
const rules = { policy, clock: realTime, calendar: chineseCalendar };
const assignment = {
  department: 'a',
  assisting: [],
  handlers: ['handler-a'],
  departmentHead: 'head-a',
  responsibleLeader: 'leader',
};

const shanghai = (day: string, time: string): string =>
  new Date(`${day}T${time}:00+08:00`).toISOString();

const line = (at: string, event: string, by: string, fields: Line['fields'] = {}): Line => ({
  sequence: 1,
  at,
  kind: 'accepted',
  event,
  fields,
  by: { decidedBy: by },
  cause: null,
  shown: {},
});

const milestone = (at: string, wait: string, id: string): Line => ({
  ...line(at, 'milestone', '', { wait, id }),
  kind: 'emitted',
});

const begunAt = shanghai('2025-03-03', '10:00');
const accepted = line(shanghai('2025-03-04', '10:00'), 'accept', 'head-a');

/** Numbered in the order given, after the line with which the problem began. */
function read(given: readonly Line[], readAt: string) {
  const lines = given.map((each, index) => ({ ...each, sequence: index + 2 }));
  const setting = { kind: 'immediate', department: 'a', cycles: 2 } as const;
  const { steps } = historyOf(lines, setting, realTime);
  const waits = waitsOf(begunAt, '2025-03-20', steps, rules);
  const reminders = remindersOf(waits, steps, lines, {
    ...{ rules, assignment, people },
    ...{ calmFrom: readAt, readAt, slack: 60_000 },
  });
  return { waits, reminders };
}

const words = (all: ReturnType<typeof read>['reminders']): readonly string[] =>
  all.map(({ person, channel, why, owed }) => `${person} ${channel} ${why}${owed ? '' : ' ?'}`);

test('a wait lasts until the step that ends it', () => {
  const submitted = line(shanghai('2025-03-10', '10:00'), 'submit', 'handler-a');
  const { waits } = read([accepted, submitted], shanghai('2025-03-11', '08:00'));
  expect(waits).toMatchObject([
    { wait: 'acceptance', until: accepted.at },
    { wait: 'work', since: accepted.at, until: submitted.at },
    { wait: 'review', reviewer: 'departmentHead', until: null },
  ]);
});

test('people are due what the ladder says up to now, through their own channels', () => {
  const { reminders } = read([accepted], shanghai('2025-03-17', '10:00'));
  expect(words(reminders)).toEqual([
    'handler-a outbox 距整改时限还有7天（2025-03-20）',
    'head-a email 距整改时限还有7天（2025-03-20）',
    'handler-a outbox 距整改时限还有3天（2025-03-20）',
    'head-a email 距整改时限还有3天（2025-03-20）',
    'leader email 距整改时限还有3天（2025-03-20）',
  ]);
});

test('what a step came soon upon need not come, unless the journal says that it was reached', () => {
  const soon = shanghai('2025-03-13', '09:00').replace('01:00:00', '01:00:05');
  const submitted = line(soon, 'submit', 'handler-a');
  const readAt = shanghai('2025-03-13', '12:00');
  const overtaken = read([accepted, submitted], readAt).reminders;
  expect(overtaken.map(({ owed }) => owed)).toEqual([false, false]);
  const reached = milestone(shanghai('2025-03-13', '09:00'), 'work', 'before-7');
  const told = read([accepted, reached, submitted], readAt).reminders;
  expect(told.map(({ owed }) => owed)).toEqual([true, true]);
});

test('of what is reached at once the last tells, and owes the others only to those it is for', () => {
  const late = milestone(shanghai('2025-03-21', '09:30'), 'work', 'after-1');
  const { reminders } = read([accepted, late], shanghai('2025-03-21', '10:00'));
  const owed = reminders.filter((each) => each.owed).map(({ person }) => person);
  expect(new Set(owed)).toEqual(new Set(['handler-a', 'head-a']));
  expect(reminders.some(({ person, owed: is }) => person === 'leader' && !is)).toBe(true);
});

test('while a problem is suspended nobody is due anything', () => {
  const urge = line(shanghai('2025-03-05', '10:00'), 'urge', 'office', { due: '2025-03-10' });
  const suspended = line(shanghai('2025-03-05', '11:00'), 'suspend', 'office');
  const { reminders } = read([accepted, urge, suspended], shanghai('2025-03-12', '10:00'));
  expect(reminders.length).toBeGreaterThan(0);
  expect(reminders.filter(({ owed }) => owed)).toEqual([]);
});

test('a return sets a date, and the work is waited for anew', () => {
  const submitted = line(shanghai('2025-03-19', '10:00'), 'submit', 'handler-a');
  const returned = line(shanghai('2025-03-20', '10:00'), 'return', 'head-a', { reason: 'x' });
  const { reminders } = read([accepted, submitted, returned], shanghai('2025-03-27', '10:00'));
  expect(words(reminders)).toContain('handler-a outbox 整改时限今日截止（2025-03-27）');
});

test('what was reached before a step of the same instant is not of the wait that the step begins', () => {
  const submitted = line(shanghai('2025-03-10', '10:00'), 'submit', 'handler-a');
  const at = shanghai('2025-03-19', '10:00');
  const reached = milestone(at, 'review', 'after-3');
  const approved = line(at, 'approve', 'head-a');
  const soon = shanghai('2025-03-24', '09:00').replace('01:00:00', '01:00:30');
  const next = line(soon, 'approve', 'leader');
  const { reminders } = read(
    [accepted, submitted, reached, approved, next],
    shanghai('2025-03-25', '08:00'),
  );
  const second = reminders.filter(({ why }) => why.includes('2025-03-24'));
  expect(second.length).toBeGreaterThan(0);
  expect(second.filter(({ owed }) => owed)).toEqual([]);
});
