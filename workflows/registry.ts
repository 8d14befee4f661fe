/** The machines that workflows, clients and rehearsals run; built once, and preloaded into the sandbox. */
import { createRegistry, type Registry } from '../engine/core';
import { digestDefinition, problemDefinitions, rectificationDefinition } from '../machines';

/** What a problem may be or become. */
export const problemRegistry = createRegistry(problemDefinitions);
export const rectificationRegistry = createRegistry([rectificationDefinition]);
export const digestRegistry = createRegistry([digestDefinition]);

const registries = [problemRegistry, rectificationRegistry, digestRegistry];

/** The registry that knows a machine; the problems' where none does, which then says so. */
export function registryOf(machine: string): Registry {
  const known = ({ all }: Registry) => all.some(({ name }) => name === machine);
  return registries.find(known) ?? problemRegistry;
}
