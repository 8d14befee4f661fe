/** The policies that come with the system. */
import { chineseCalendar } from '../../../../calendar/chinese';
import { dueRules } from '../../../../domain/due-rules';
import { clockOf } from '../../../../domain/plan-clock';
import { schedule } from '../../../../domain/scheduling';
import { request } from './asking';
import { defaultPolicy, demoPolicy } from './default-policy';

test('the default policy is DOMAIN’s, parameter by parameter', () => {
  const { ladders: _ladders, ...parameters } = defaultPolicy;
  expect(parameters).toEqual({
    name: '默认规则',
    version: '1',
    sendAt: '09:00',
    digestSeconds: 60,
    concentratedMonths: 6,
    reviewRoom: { 2: 5, 3: 10, 6: 15 },
    acceptanceWorkingDays: 3,
    immediateWorkingDays: 15,
    planMonths: 1,
    reportMonths: 1,
    review: { workingDays: 3, chain: ['departmentHead', 'responsibleLeader', 'office'] },
    returnWorkingDays: 5,
    resumeWorkingDays: 5,
    extension: { limit: 2, chain: ['responsibleLeader', 'office'] },
    carryOver: { chain: ['responsibleLeader', 'office'] },
    reclassify: { chain: ['responsibleLeader', 'office'] },
    upkeep: { everyMonths: 6, forMonths: 12 },
    lookBack: { afterMonths: 6, withinMonths: 1 },
    publicity: { days: 15, count: 'working', inclusive: false },
    approachingDays: 7,
    timeScale: null,
  });
});

test('the demonstration shows a reminder, a red lamp and an escalation within two minutes', () => {
  const start = '2026-11-23T04:00:00.000Z';
  const clock = clockOf(demoPolicy, start);
  const due = dueRules(demoPolicy).timeLimited('2026-11-23');
  const asked = request('', { due, since: start, now: start, policy: demoPolicy, clock });
  const { milestones } = schedule(asked, chineseCalendar);
  const secondsTo = (wanted: string) => {
    const at = milestones.find(({ id }) => id === wanted)?.at ?? '';
    return (Date.parse(at) - Date.parse(start)) / 1000;
  };
  expect(secondsTo('before-30')).toBeLessThan(30);
  expect(secondsTo('red')).toBeLessThan(60);
  expect(milestones.find(({ id }) => id === 'after-7')?.audience).toContain('principal');
  expect(secondsTo('after-7')).toBeLessThan(75);
});

test('the demonstration is the default policy in all that it does not name', () => {
  expect(demoPolicy.ladders).toEqual(defaultPolicy.ladders);
  expect([demoPolicy.name, demoPolicy.concentratedMonths]).toEqual(['演示规则', 2]);
});
