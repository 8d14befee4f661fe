/** The ladders of acceptance and of a review step, worked out by hand for 2026-11-26, a Thursday. */
import { chineseCalendar } from '../../../../calendar/chinese';
import { schedule } from '../../../../domain/scheduling';
import type { Role } from '../../../../domain/words';
import { lines, request, until } from './asking';

test('acceptance: the head on the day, the office next working day, the leader after 3, then weekly and monthly', () => {
  const all = 'departmentHead office responsibleLeader';
  const answer = until('2027-01-31T00:00:00.000Z', request('2026-11-26', { wait: 'acceptance' }));
  expect(lines(answer.milestones).slice(0, 9)).toEqual([
    '2026-11-26 09:00 approaching before-0: departmentHead',
    '2026-11-27 00:00 overdue red',
    '2026-11-27 09:00 overdue after-1: departmentHead office',
    `2026-12-01 09:00 overdue after-3: ${all}`,
    `2026-12-10 09:00 overdue weekly-1: ${all}`,
    `2026-12-17 09:00 overdue weekly-2: ${all}`,
    `2026-12-24 09:00 overdue weekly-3: ${all}`,
    `2026-12-31 09:00 overdue weekly-4: ${all}`,
    `2027-02-01 09:00 overdue monthly-1: ${all}`, // 01-31 is a Sunday
  ]);
});

const review = (reviewer: Role, officeActs = false) =>
  until(
    '2027-01-31T00:00:00.000Z',
    request('2026-11-26', { wait: 'review', reviewer, officeActs }),
  );

test('review: the reviewer on the day and the next working day, then one rank up and the office too', () => {
  const all = 'departmentHead responsibleLeader office';
  expect(lines(review('departmentHead').milestones).slice(0, 9)).toEqual([
    '2026-11-26 09:00 approaching before-0: departmentHead',
    '2026-11-27 00:00 overdue red',
    '2026-11-27 09:00 overdue after-1: departmentHead',
    `2026-12-01 09:00 overdue after-3: ${all}`,
    `2026-12-10 09:00 overdue weekly-1: ${all}`,
    `2026-12-17 09:00 overdue weekly-2: ${all}`,
    `2026-12-24 09:00 overdue weekly-3: ${all}`,
    `2026-12-31 09:00 overdue weekly-4: ${all}`,
    `2027-02-01 09:00 overdue monthly-1: ${all}`,
  ]);
});

test.each([
  ['departmentHead', ['departmentHead', 'responsibleLeader', 'office']],
  ['responsibleLeader', ['responsibleLeader', 'principal', 'office']],
  ['office', ['office', 'principal']],
  ['principal', ['principal', 'office']],
  ['supervisor', ['supervisor', 'office']],
] as const)(
  'after 3 working days a late %s is told of with one rank up and the office',
  (role, told) => {
    const at3 = review(role).milestones.find(({ id }) => id === 'after-3');
    expect(at3?.audience).toEqual(told);
  },
);

test.each(['responsibleLeader', 'office', 'principal', 'supervisor'] as const)(
  'nobody below a reviewing %s is ever told',
  (role) => {
    const told = new Set(review(role).milestones.flatMap(({ audience }) => audience));
    expect(told).not.toContain('handler');
    expect(told).not.toContain('departmentHead');
    if (role === 'principal') expect(told).not.toContain('responsibleLeader');
  },
);

test('where the office acts for the department head, the principal is above it', () => {
  const at3 = review('departmentHead', true).milestones.find(({ id }) => id === 'after-3');
  expect(at3?.audience).toEqual(['office', 'principal']);
});

test('a review without its reviewer is an error', () => {
  const asked = request('2026-11-26', { wait: 'review' });
  expect(() => schedule(asked, chineseCalendar)).toThrow(TypeError);
});

test('the dates are named for what they are', () => {
  expect(review('office').milestones[0]?.why).toBe('审核时限今日截止（2026-11-26）');
  const asked = request('2026-11-26', { wait: 'acceptance' });
  expect(schedule(asked, chineseCalendar).milestones[0]?.why).toBe(
    '领办时限今日截止（2026-11-26）',
  );
});
