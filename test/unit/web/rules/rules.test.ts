/** Rules in words with their dates, and who takes which step: what will not work is seen before the day comes. */
import { chineseCalendar } from '../../../../calendar/chinese';
import { ServerUnreachable } from '../../../../client';
import type { Person } from '../../../../domain/people';
import { stepsView, gapsIn, assignedIn } from '../../../../web/pages/rules/steps-view';
import { workedDates, workedLadder } from '../../../../web/pages/rules/worked-dates';
import type { ProblemRow } from '../../../../ledger';
import { given, rectification, standardPolicy, unit, viewer } from '../given';

const person = (id: string, roles: Person['roles'], more: Partial<Person> = {}): Person => ({
  ...{ id, name: id.toUpperCase(), roles, department: null, deputies: [], channels: [] },
  ...more,
});

const people = [
  person('a', ['handler'], { department: '财务科' }),
  person('b', ['departmentHead'], { department: '财务科', deputies: ['d'] }),
  person('c', ['responsibleLeader']),
  person('d', ['office'], { channels: [{ channel: 'email', address: 'd@example.org' }] }),
  person('p', ['principal']),
];

function row(seq: number, handlers: readonly string[], head: string | null): ProblemRow {
  return {
    ...{ workflow: `problem/water/${seq}`, rectification: 'water', seq, sequence: 1, shown: {} },
    ...{ facts: { handlers, departmentHead: head }, changed_at: '', unit, section: null },
    ...{ title: '', kind: 'timeLimited', stage: 'rectifying', lamp: 'normal', status: null },
    ...{ round: 1, due_on: null, department: '财务科', responsible_leader: 'C' },
  };
}

test('each step names who takes it; who submitted passes it to a deputy', () => {
  const rows = [row(1, ['a'], 'b'), row(2, ['b'], 'b')];
  const [usual, itself] = stepsView(assignedIn(rows, people), people, standardPolicy);
  expect(usual?.steps).toEqual([
    { step: 'departmentHead', who: ['B'], because: 'own' },
    { step: 'responsibleLeader', who: ['C'], because: 'own' },
    { step: 'office', who: ['D'], because: 'own' },
  ]);
  expect(itself?.steps[0]).toEqual({ step: 'departmentHead', who: ['D'], because: 'deputy' });
  expect(itself?.steps[2]).toEqual({ step: 'office', who: ['P'], because: 'rankUp' });
});

test('a step that nobody may take is a gap', () => {
  const few = people.filter(({ id }) => id !== 'p' && id !== 'd');
  const problems = assignedIn([row(1, ['a'], 'b')], few);
  expect(stepsView(problems, few, standardPolicy)[0]?.steps[2]?.because).toBe('nobody');
  expect(gapsIn(problems, few, standardPolicy)[0]?.level).toBe('error');
});

test('what is signed off or closed asks for nobody any more', () => {
  const rows = [{ ...row(1, ['a'], 'b'), stage: 'closed' }];
  expect(assignedIn(rows, people)).toEqual([]);
});

test('every date says why, and one in a year without published holidays that it is provisional', () => {
  const dates = workedDates(standardPolicy, '2026-03-02', chineseCalendar);
  expect(dates.every(({ because }) => because.length > 0)).toBe(true);
  const find = (of: string) => dates.find((date) => date.of === of);
  expect(find('periodEnd')).toMatchObject({ day: '2026-09-02', provisional: false });
  const far = workedDates(standardPolicy, '2035-03-02', chineseCalendar);
  expect(far.every(({ provisional }) => provisional)).toBe(true);
});

test('an unended wait reminds in order, and turns red between before and after', () => {
  const rungs = workedLadder('work', standardPolicy, '2026-03-02', chineseCalendar);
  const days = rungs.map(({ day }) => day);
  expect(days).toEqual([...days].sort());
  const red = rungs.findIndex(({ lamp }) => lamp === 'overdue');
  expect(rungs[red]?.audience).toEqual([]);
  expect(rungs.slice(0, red).every(({ why }) => /还有|今日/.test(why))).toBe(true);
});

const world = (more: Parameters<typeof given>[0] = {}) =>
  given({
    ledger: {
      rectifications: () => Promise.resolve([rectification({ facts: { people } })]),
      problems: () => Promise.resolve([row(1, ['a'], 'b')]),
    },
    zhenggai: { policy: () => Promise.resolve(standardPolicy) },
    ...more,
  });

test('the page tells rules, an example and the people; addresses are the office’s to see', async () => {
  const text = async (app: ReturnType<typeof world>['app']) =>
    (await app.request('/rules/water?from=2026-03-02')).text();
  const member = await text(world().app);
  expect(member).toContain('2026-09-02');
  expect(member).toContain('email');
  expect(member).not.toContain('d@example.org');
  const office = viewer({ grants: [{ unit, standing: 'office', person: 'd' }] });
  expect(await text(world({ viewer: office }).app)).toContain('d@example.org');
});

test('while no server answers the people are still there', async () => {
  const zhenggai = { policy: () => Promise.reject(new ServerUnreachable(1)) };
  const answer = await world({ zhenggai }).app.request('/rules/water');
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/没有应答[^]*人员/);
});

test('another unit’s rules are not there', async () => {
  const other = viewer({ grants: [{ unit: '别处', standing: 'office', person: 'd' }] });
  expect((await world({ viewer: other }).app.request('/rules/water')).status).toBe(404);
});
