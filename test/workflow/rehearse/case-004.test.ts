import { describeCases, readCase } from '../../unit/rehearse/cases/files';
import { scenario004 } from '../../unit/rehearse/cases/scenarios';
import { disagreements } from './both-ways';

describeCases('the report 004 on the time-skipping server', () => {
  test('has the journals of its rehearsal, to the minute', async () => {
    const one = readCase('004', 2);
    const { scenario, until } = scenario004(one);
    expect(await disagreements(one.reception, scenario, until)).toEqual([]);
  }, 600_000);
});
