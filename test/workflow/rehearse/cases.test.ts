/** The real reports' scenarios on the time-skipping server: the journals are those of the rehearsal, to the minute. */
import { rehearse, type Rehearsal } from '../../../client/rehearse';
import { shiftedClock, toReal, type PlanClock } from '../../../domain/plan-clock';
import { instantOf } from '../../../domain/plain-date';
import type { Line } from '../../../engine/core';
import { calendar, describeCases, readCase, type Case } from '../../unit/rehearse/cases/files';
import {
  scenario000,
  scenario003,
  scenario004,
  type Staged,
} from '../../unit/rehearse/cases/scenarios';
import { startServer, type Server } from '../server';
import { comparable } from './compare';
import { play } from './stage';

async function bothWays(prefix: string, months: 2 | 3 | 6, stage: (one: Case) => Staged) {
  const server = await startServer();
  try {
    const realAt = new Date(await server.env.currentTimeMs()).toISOString();
    const { truth } = readCase(prefix, months);
    const clock = shiftedClock(realAt, instantOf(truth.feedbackDate, '10:00'));
    const one = readCase(prefix, months, clock);
    const { scenario, until } = stage(one);
    const rehearsal = rehearse(one.reception, scenario, {
      calendar,
      until,
      defaultChannel: 'list',
    });
    const refused = await play(server, one.reception, rehearsal, toReal(clock, until));
    return { server, rehearsal, refused, clock };
  } finally {
    await server.stop();
  }
}

/** The first lines of each workflow in which the two worlds do not agree. */
function differences(server: Server, { journals }: Rehearsal, clock: PlanClock): readonly string[] {
  return [...journals].flatMap(([workflow, lines]) => {
    const served = comparable(server.journal(workflow) as unknown as readonly Line[], clock);
    const rehearsed = comparable(lines, clock);
    const at = rehearsed.findIndex((line, index) => line !== served[index]);
    if (at === -1 && served.length === rehearsed.length) return [];
    const place = at === -1 ? rehearsed.length : at;
    const [expected = '', found = ''] = [rehearsed[place], served[place]];
    const from = Math.max(0, firstDifference(expected, found) - 100);
    const part = (text: string): string => text.slice(from, from + 400);
    return [`${workflow} ${place}: rehearsed ${part(expected)}; served ${part(found)}`];
  });
}

function firstDifference(one: string, other: string): number {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return at === -1 ? one.length : at;
}

describeCases('the real reports on the time-skipping server', () => {
  test.each([
    ['000', 3, scenario000],
    ['004', 2, scenario004],
    ['003', 6, scenario003],
  ] as const)(
    '%s has the journals of its rehearsal',
    async (prefix, months, stage) => {
      const { server, rehearsal, refused, clock } = await bothWays(prefix, months, stage);
      expect(refused).toEqual([]);
      expect(differences(server, rehearsal, clock)).toEqual([]);
      expect(server.messages.length).toBe(rehearsal.messages.length);
    },
    600_000,
  );
});
