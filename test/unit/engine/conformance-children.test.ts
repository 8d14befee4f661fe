import fc from 'fast-check';
import { family, familyEvents } from './charts/family';
import { anyFamily, eventOf } from './charts/random';
import { allConform, conforms, report } from './conforms';
import type { VirtualHost } from './virtual-host';

const patience = 600_000;

afterAll(() => report('families'));

const reached = new Map<string, number>();

function reach(host: VirtualHost): void {
  const { children, timers, work } = host.state;
  const seen: Readonly<Record<string, number>> = {
    children: children.length,
    grandchildren: children.filter(({ parent }) => parent !== undefined).length,
    'children that have ended': children.filter(({ snapshot }) => snapshot.status === 'done')
      .length,
    'children with a system id': children.filter(({ systemId }) => systemId !== undefined).length,
    'timers of children': timers.filter(({ owner }) => owner !== undefined).length,
    'delayed words to a child': timers.filter(({ target }) => typeof target === 'string').length,
    'delayed words to the root': timers.filter(({ target }) => target === null).length,
    'activities of children': work.filter(({ owner }) => owner !== undefined).length,
    incidents: work.filter(({ owner, parked }) => owner !== undefined && parked !== null).length,
    'ends with children': host.state.snapshot.status === 'done' ? 1 : 0,
  };
  for (const [what, count] of Object.entries(seen))
    reached.set(what, (reached.get(what) ?? 0) + count);
}

test(
  'parents and children live as in the live actors',
  () => {
    const waits = fc.constantFrom(0, 1, 7, 20, 30, 50, 60, 200);
    conforms(family, familyEvents, { runs: 200, waits, onStep: reach });
    expect([...reached].filter(([, count]) => count === 0)).toEqual([]);
  },
  patience,
);

/** A family is some machines, and takes the time of some. */
const machines = Math.ceil(Number(process.env.CONFORMANCE_CHARTS ?? 60) / 4);

test(
  'families that nobody drew live as in the live actors',
  () => {
    const waits = fc.constantFrom(0, 5, 10, 20, 60);
    allConform(anyFamily, eventOf, { machines, runs: 4, waits, wild: true });
  },
  patience,
);
