import { isRecord } from '../../../engine/core';
import { rehearse, type Rehearsal } from '../../../client/rehearse';
import { calendar, describeCases, readCase, type Case } from './cases/files';
import { scenario000, scenario003, scenario004, type Staged } from './cases/scenarios';

const played = (one: Case, stage: (one: Case) => Staged): Rehearsal => {
  const { scenario, until } = stage(one);
  return rehearse(one.reception, scenario, { calendar, until });
};

const count = (rehearsal: Rehearsal, status: string): number =>
  rehearsal.problems.filter((problem) => problem.status === status).length;

const refusals = ({ timetable }: Rehearsal): readonly string[] =>
  timetable
    .filter(({ kind }) => kind === 'refusal')
    .map(({ at, problem, why }) => `${at} ${problem?.seq ?? ''} ${why}`);

describeCases('the real reports, from feedback to what they declare', () => {
  test('003 ends with 26 completed and 27 in upkeep', () => {
    const rehearsal = played(readCase('003', 6), scenario003);
    expect(refusals(rehearsal)).toEqual([]);
    expect(count(rehearsal, 'completed')).toBe(26);
    expect(count(rehearsal, 'phaseCompleted')).toBe(27);
    expect(rehearsal.problems.filter(({ stage }) => stage === 'upkeep').length).toBeGreaterThan(26);
    expect(rehearsal.rectification.atPeriodEnd).toMatchObject({
      completed: 26,
      phaseCompleted: 27,
    });
  });

  test('000 prints 16 completed and 7 not completed at the end of its three months', () => {
    const rehearsal = played(readCase('000', 3), scenario000);
    expect(refusals(rehearsal)).toEqual([]);
    expect(rehearsal.rectification.atPeriodEnd).toMatchObject({ completed: 16, notCompleted: 7 });
  });

  test('000 carries the 7 over after the date, to the dates it states', () => {
    const one = readCase('000', 3);
    const rehearsal = played(one, scenario000);
    const left = one.truth.problems.filter(({ status }) => status === 'notCompleted');
    const journal = (seq: number) => rehearsal.journals.get(`problem/case-000/${seq}`) ?? [];
    for (const { seq, deadlineResolved } of left) {
      const lines = journal(seq);
      const red = lines.findIndex(({ fields }) => isRecord(fields) && fields.id === 'red');
      const asked = lines.findIndex(({ event }) => event === 'requestCarryOver');
      const granted = lines.findLastIndex(({ event }) => event === 'approveCarryOver');
      expect([red, asked, granted].every((place) => place > 0)).toBe(true);
      expect(red < asked && asked < granted).toBe(true);
      const dates = lines.slice(granted).find(({ event }) => event === 'schedule')?.fields;
      expect(dates).toMatchObject({ dueOn: deadlineResolved ?? '2023-10-31' });
    }
    const open = rehearsal.problems.filter(({ status }) => status === 'notCompleted');
    expect(open.map(({ seq }) => seq)).toEqual(left.map(({ seq }) => seq).filter((s) => s !== 22));
  });

  test('every problem ends as the careful reader found it declared', () => {
    for (const [prefix, months, stage] of [
      ['000', 3, scenario000],
      ['003', 6, scenario003],
    ] as const) {
      const one = readCase(prefix, months);
      const { problems } = played(one, stage);
      const declared = one.truth.problems.map(({ seq, status }) => [
        seq,
        seq === 22 && prefix === '000' ? 'completed' : status,
      ]);
      expect(problems.map(({ seq, status }) => [seq, status])).toEqual(declared);
    }
  });

  test('004 works through all 23', () => {
    const rehearsal = played(readCase('004', 2), scenario004);
    expect(refusals(rehearsal)).toEqual([]);
    expect(count(rehearsal, 'completed') + count(rehearsal, 'phaseCompleted')).toBe(23);
  });
});
