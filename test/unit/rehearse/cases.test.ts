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

  test('004 works through all 23', () => {
    const rehearsal = played(readCase('004', 2), scenario004);
    expect(refusals(rehearsal)).toEqual([]);
    expect(count(rehearsal, 'completed') + count(rehearsal, 'phaseCompleted')).toBe(23);
  });
});
