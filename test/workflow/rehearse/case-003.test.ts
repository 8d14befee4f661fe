import { describeCases, readCase } from '../../unit/rehearse/cases/files';
import { scenario003 } from '../../unit/rehearse/cases/scenarios';
import { disagreements } from './both-ways';

describeCases('the report 003 on the time-skipping server', () => {
  test('has the journals of its rehearsal, to the minute', async () => {
    const one = readCase('003', 6);
    const { scenario, until } = scenario003(one);
    expect(await disagreements(one.reception, scenario, until)).toEqual([]);
  }, 600_000);
});
