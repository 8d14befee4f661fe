/** Slips in a migration, found when its machine is registered. */
import { allNodes, implementationOf } from '../chart';
import type { MachineDefinition } from '../definition';
import { delayedOf, invokedBy, nodeAt } from './chart-parts';
import type { Migration } from './migration';

/** Every entry of a definition's migrations that names what is not there. `known` are all definitions that are registered. */
export function migrationFaults(
  definition: MachineDefinition,
  known: readonly MachineDefinition[],
): readonly string[] {
  return Object.entries(definition.migrations ?? {}).flatMap(([version, migration]) => {
    const from = known.find((each) => each.name === definition.name && each.version === version);
    if (from === undefined)
      return [`migrations: version ${version} is not registered; register it beside this one`];
    return [
      ...stateFaults(from, definition, migration),
      ...nameFaults(from, definition, migration),
    ].map((fault) => `migrations from version ${version}: ${fault}`);
  });
}

function stateFaults(
  from: MachineDefinition,
  to: MachineDefinition,
  { states = {} }: Migration,
): readonly string[] {
  return Object.entries(states).flatMap(([old, next]) => [
    ...(nodeAt(from.machine, old) === null ? [`version ${from.version} has no state ${old}`] : []),
    ...(nodeAt(to.machine, next) === null ? [`this version has no state ${next}`] : []),
  ]);
}

function nameFaults(
  from: MachineDefinition,
  to: MachineDefinition,
  { delays = {}, actors = {}, recount = [] }: Migration,
): readonly string[] {
  const delaysOf = ({ machine }: MachineDefinition, name: string): boolean =>
    implementationOf(machine, 'delays', name) !== undefined ||
    allNodes(machine.root).some((node) => delayedOf(node).some(({ delay }) => delay === name));
  const actorsOf = ({ machine }: MachineDefinition, id: string): boolean =>
    allNodes(machine.root).some((node) => invokedBy(node).some((each) => each.id === id));
  const missing = (
    what: string,
    names: readonly string[],
    has: (name: string) => boolean,
    where: string,
  ) => names.filter((name) => !has(name)).map((name) => `${where} has no ${what} ${name}`);
  const old = `version ${from.version}`;
  return [
    ...missing('delay', Object.keys(delays), (name) => delaysOf(from, name), old),
    ...missing(
      'delay',
      [...Object.values(delays), ...recount],
      (name) => delaysOf(to, name),
      'this version',
    ),
    ...missing('actor', Object.keys(actors), (id) => actorsOf(from, id), old),
    ...missing('actor', Object.values(actors), (id) => actorsOf(to, id), 'this version'),
  ];
}
