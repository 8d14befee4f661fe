/** One scenario in two worlds: rehearsed, and played on the time-skipping server, shifted to today by the plan's clock. */
import { rehearse, type Rehearsal } from '../../../client/rehearse';
import { chineseCalendar } from '../../../calendar/chinese';
import { shiftedClock, toReal, type PlanClock } from '../../../domain/plan-clock';
import { instantOf } from '../../../domain/plain-date';
import type { Reception } from '../../../domain/reception';
import type { Scenario } from '../../../domain/scenario';
import type { Instant } from '../../../domain/words';
import type { Line } from '../../../engine/core';
import { startServer, type Server } from '../server';
import { comparable, digestOf } from './compare';
import { play } from './stage';

/** What the two worlds do not agree on; nothing, when all is well. `until` is an instant of the plan at which nothing is due. */
export async function disagreements(
  reception: Reception,
  scenario: Scenario,
  until: Instant,
): Promise<readonly string[]> {
  const server = await startServer();
  try {
    const realAt = new Date(await server.env.currentTimeMs()).toISOString();
    const clock = shiftedClock(realAt, instantOf(reception.feedbackOn, '10:00'));
    const shifted = { ...reception, clock };
    const options = { calendar: chineseCalendar, until, defaultChannel: 'list' };
    const rehearsal = rehearse(shifted, scenario, options);
    const refused = await play(server, shifted, rehearsal, toReal(clock, until));
    const refusals = refused.map(({ workflow, event }) => `${workflow} refused ${event.type}`);
    return [...refusals, ...inJournals(server, rehearsal, clock), ...inMessages(server, rehearsal)];
  } finally {
    await server.stop();
  }
}

/** For each workflow the first line in which they differ. */
function inJournals(server: Server, { journals }: Rehearsal, clock: PlanClock): readonly string[] {
  return [...journals].flatMap(([workflow, lines]) => {
    const served = comparable(server.journal(workflow) as unknown as readonly Line[], clock);
    const rehearsed = comparable(lines, clock);
    const at = rehearsed.findIndex((line, index) => line !== served[index]);
    if (at === -1 && served.length === rehearsed.length) return [];
    const place = at === -1 ? rehearsed.length : at;
    return [`${workflow} ${place}: ${difference(rehearsed[place] ?? '', served[place] ?? '')}`];
  });
}

function inMessages({ messages }: Server, rehearsal: Rehearsal): readonly string[] {
  const served = counted(messages.map(({ key }) => digestOf(key)));
  const rehearsed = counted(rehearsal.messages.map(({ digest }) => digestOf(digest.key)));
  return [
    ...[...rehearsed].filter((key) => !served.has(key)).map((key) => `${key} was not sent`),
    ...[...served].filter((key) => !rehearsed.has(key)).map((key) => `${key} was not rehearsed`),
  ];
}

/** The second of the same gets a number, the third another. */
function counted(keys: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  return new Set(
    keys.map((key) => {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return `${key} ${count}`;
    }),
  );
}

/** The part in which two long lines differ. */
function difference(rehearsed: string, served: string): string {
  const at = [...rehearsed].findIndex((character, index) => character !== served[index]);
  const from = Math.max(0, (at === -1 ? rehearsed.length : at) - 100);
  return `rehearsed ${rehearsed.slice(from, from + 400)}; served ${served.slice(from, from + 400)}`;
}
