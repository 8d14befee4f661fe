import { describeCases, readCase } from '../../unit/rehearse/cases/files';
import { scenario000 } from '../../unit/rehearse/cases/scenarios';
import { disagreements } from './both-ways';

describeCases('the report 000 on the time-skipping server', () => {
  test('has the journals of its rehearsal, to the minute', async () => {
    const one = readCase('000', 3);
    const { scenario, until } = scenario000(one);
    expect(await disagreements(one.reception, scenario, until)).toEqual([]);
  }, 600_000);
});
