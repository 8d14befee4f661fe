/** What lies before a wait begins. */
import { chineseCalendar } from '../../../../calendar/chinese';
import { schedule } from '../../../../domain/scheduling';
import type { Ladder } from '../../../../domain/policy';
import { lines, request } from './asking';
import { defaultPolicy } from './default-policy';

const four = 'handler departmentHead responsibleLeader principal';

const arriving = (since: string, date = '2026-09-30') =>
  schedule(request(date, { since }), chineseCalendar).milestones;

describe('rungs that lie before a wait begins', () => {
  test('send nothing', () => {
    expect(lines(arriving('2026-09-10T02:00:00.000Z'))[0]).toMatch(/before-7/);
  });

  test('go out where they fall on its very instant', () => {
    expect(lines(arriving('2026-08-31T01:00:00.000Z'))[0]).toMatch(/before-30/);
    expect(lines(arriving('2026-08-31T01:00:00.001Z'))[0]).toMatch(/before-7/);
  });

  test('have turned the lamp blue all the same, at once and in silence', () => {
    const milestones = arriving('2026-09-25T02:00:00.000Z');
    expect(lines(milestones).slice(0, 2)).toEqual([
      '2026-09-25 10:00 approaching blue',
      '2026-09-29 09:00 approaching before-1: handler departmentHead responsibleLeader',
    ]);
    expect(milestones[0]?.why).toBe('距整改时限还有5天（2026-09-30），亮蓝灯');
  });

  test('have turned it blue on the last afternoon too', () => {
    expect(lines(arriving('2026-09-30T08:00:00.000Z')).slice(0, 2)).toEqual([
      '2026-09-30 16:00 approaching blue',
      '2026-10-01 00:00 overdue red',
    ]);
  });
});

describe('a date already past when the problem comes', () => {
  test('turns the lamp red at once and brings one summary at the next 09:00, then goes on as usual', () => {
    const milestones = arriving('2026-11-20T02:00:00.000Z');
    expect(lines(milestones).slice(0, 3)).toEqual([
      '2026-11-20 10:00 overdue red',
      // a Saturday: the next 09:00 whatever day it is
      `2026-11-21 09:00 overdue summary: ${four}`,
      `2026-12-04 09:00 overdue monthly-1: ${four}`,
    ]);
    expect(milestones.slice(0, 2).map(({ why }) => why)).toEqual([
      '接收时整改时限已过（2026-09-30）',
      '接收时整改时限已过（2026-09-30），已逾期52天',
    ]);
  });

  test('tells those whom the last past rung would have told', () => {
    // after-1 was on 10-08, after-3 is on 10-10
    expect(lines(arriving('2026-10-08T02:00:00.000Z')).slice(0, 3)).toEqual([
      '2026-10-08 10:00 overdue red',
      '2026-10-09 09:00 overdue summary: handler departmentHead',
      '2026-10-10 09:00 overdue after-3: handler departmentHead responsibleLeader',
    ]);
  });

  test('tells everybody of the last past morning where it carried several rungs', () => {
    const audience = lines(arriving('2026-10-16T02:00:00.000Z'))[1];
    expect(audience).toBe(`2026-10-17 09:00 overdue summary: ${four}`);
  });

  test('on the very night it ends tells those of the last reminder before it', () => {
    expect(lines(arriving('2026-09-30T16:00:00.000Z')).slice(0, 3)).toEqual([
      '2026-10-01 00:00 overdue red',
      '2026-10-01 09:00 overdue summary: handler departmentHead responsibleLeader',
      '2026-10-08 09:00 overdue after-1: handler departmentHead',
    ]);
  });

  test('one rung of that same morning goes out with the summary', () => {
    const milestones = arriving('2026-10-07T12:00:00.000Z');
    expect(lines(milestones).slice(0, 3)).toEqual([
      '2026-10-07 20:00 overdue red',
      '2026-10-08 09:00 overdue summary: handler departmentHead responsibleLeader',
      '2026-10-10 09:00 overdue after-3: handler departmentHead responsibleLeader',
    ]);
    expect(milestones[1]?.rung).toBe(14); // that of the rung it carries, so that it never comes again
    expect(milestones[1]?.why).toBe(
      '接收时整改时限已过（2026-09-30），已逾期8天；与逾期1个工作日的提醒合为一次',
    );
  });

  test('brings the summary the day after where it comes at 09:00 sharp', () => {
    expect(lines(arriving('2026-11-20T01:00:00.000Z'))[1]).toMatch(/^2026-11-21 09:00 .* summary/);
    expect(lines(arriving('2026-11-20T00:59:59.999Z'))[1]).toMatch(/^2026-11-20 09:00 .* summary/);
  });

  test('years ago is one summary, not a storm', () => {
    const milestones = arriving('2026-11-20T02:00:00.000Z', '2021-06-30');
    const first = milestones.filter(({ at }) => at < '2026-11-22T00:00:00.000Z');
    expect(first.map(({ id }) => id)).toEqual(['red', 'summary']);
  });
});

describe('under another ladder', () => {
  const arrivingUnder = (since: string, ladder: Partial<Ladder>, date: string) => {
    const work = { ...defaultPolicy.ladders.work, weekly: null, monthly: null, ...ladder };
    const policy = { ...defaultPolicy, ladders: { ...defaultPolicy.ladders, work } };
    return schedule(request(date, { since, policy }), chineseCalendar);
  };

  test('the summary goes to all whom the last past morning told, also those of its earlier rungs', () => {
    const before = [
      { days: 1, audience: ['principal'] },
      { days: 0, audience: ['handler'] },
    ] as const;
    // 11-29 is a Sunday: both on Friday
    const answer = arrivingUnder('2026-11-29T16:00:00.000Z', { before }, '2026-11-29');
    expect(answer.milestones[1]?.audience).toEqual(
      expect.arrayContaining(['principal', 'handler']),
    );
  });

  test('a ladder that is wholly past is red and one summary, and no more', () => {
    const answer = arrivingUnder('2026-11-20T02:00:00.000Z', {}, '2026-09-30');
    expect(lines(answer.milestones)).toEqual([
      '2026-11-20 10:00 overdue red',
      `2026-11-21 09:00 overdue summary: ${four}`,
    ]);
    expect(answer.more).toBe(false);
  });

  test('a date without rungs past it turns red in silence', () => {
    const answer = arrivingUnder('2026-09-30T17:00:00.000Z', { before: [] }, '2026-09-30');
    expect(lines(answer.milestones).slice(0, 2)).toEqual([
      '2026-10-01 01:00 overdue red',
      '2026-10-08 09:00 overdue after-1: handler departmentHead',
    ]);
  });

  test('a date without rungs after it turns red all the same', () => {
    const answer = arrivingUnder('2026-09-29T02:00:00.000Z', { after: [] }, '2026-09-30');
    expect(answer.milestones.at(-1)).toMatchObject({ id: 'red', at: '2026-09-30T16:00:00.000Z' });
  });

  test('what goes out at midnight is one milestone with the red lamp', () => {
    const policy = { ...defaultPolicy, sendAt: '00:00' };
    const asked = request('2026-11-25', { since: '2026-11-25T02:00:00.000Z', policy });
    expect(lines(schedule(asked, chineseCalendar).milestones).slice(0, 2)).toEqual([
      '2026-11-25 10:00 approaching blue',
      '2026-11-26 00:00 overdue after-1: handler departmentHead',
    ]);
  });
});

test('an instant may be written in any zone', () => {
  const inShanghai = arriving('2026-11-20T10:00:00+08:00');
  expect(inShanghai).toEqual(arriving('2026-11-20T02:00:00.000Z'));
});

test('milestones past by now but not before the wait began are answered', () => {
  const asked = request('2026-09-30', { since: '2026-09-01T02:00:00.000Z' });
  const late = schedule({ ...asked, now: '2026-10-09T00:00:00.000Z' }, chineseCalendar);
  expect(late.milestones.map(({ id }) => id).slice(0, 6)).toEqual([
    'before-7',
    'before-3',
    'before-1',
    'before-0',
    'red',
    'after-1',
  ]);
});
