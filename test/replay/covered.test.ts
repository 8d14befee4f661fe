import type { MachineDefinition } from '../../engine/core';
import { digestDefinition, problemDefinitions, rectificationDefinition } from '../../machines';
import { covered } from './covered';
import { readGolden } from './golden-files';

const { states, events } = covered(readGolden());

const machines: Readonly<Record<string, readonly MachineDefinition[]>> = {
  problem: problemDefinitions,
  rectification: [rectificationDefinition],
  digest: [digestDefinition],
};

/** States that are left in the very step that enters them: no line is written from there. */
const passedThrough: readonly string[] = [
  'problem assignedOtherwise',
  'problem entering',
  'problem open.life.maintained',
  'problem open.life.signedOff',
  'problem open.life.upkeep.measures.looking',
  'problem open.life.working.measures.looking',
  'problem open.urging.entering',
  'problem reclassified',
  'rectification open.plan.entering',
];

/** What no story tells of; tested by its own. */
const untold = {
  states: [
    // A wait whose last milestone is past: policies have milestones without end.
    /[.]over$/,
    /^problem open[.]life[.]upkeep[.]measures[.](scheduling|waiting)$/,
  ],
  events: [
    ...['problem amend', 'problem recalculate'],
    ...['problem refuseCarryOver', 'problem refuseReclassification'],
    ...['rectification noteAmended', 'rectification recalculate', 'rectification returnReport'],
  ],
} as const;

interface Config {
  readonly type?: string;
  readonly states?: Readonly<Record<string, Config>>;
}

function pathsIn({ states: inner = {} }: Config, around = ''): readonly string[] {
  return Object.entries(inner).flatMap(([key, config]) =>
    config.type === 'history' ? [] : [`${around}${key}`, ...pathsIn(config, `${around}${key}.`)],
  );
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

test('the histories pass through every state of the machines that a story reaches', () => {
  const all = Object.entries(machines).flatMap(([kind, definitions]) =>
    definitions.flatMap(({ machine }) =>
      pathsIn(machine.config as Config).map((path) => `${kind} ${path}`),
    ),
  );
  const untouched = all
    .filter((state) => !states.has(state))
    .filter((state) => !untold.states.some((pattern) => pattern.test(state)));
  expect(unique(untouched)).toEqual(passedThrough);
});

test('the histories accept every event of the machines that a story sends', () => {
  const all = Object.entries(machines).flatMap(([kind, definitions]) =>
    definitions.flatMap((definition) =>
      Object.keys(definition.events).map((event) => `${kind} ${event}`),
    ),
  );
  expect(unique(all.filter((event) => !events.has(event)))).toEqual(untold.events);
});
