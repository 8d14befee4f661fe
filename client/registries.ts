/** The machines as the client needs them: to set versions when starting, and to try a step before it starts anything. */
import { createRegistry } from '../engine/core';
import { problemDefinitions, rectificationDefinition } from '../machines';

export const problemRegistry = createRegistry(problemDefinitions);
export const rectificationRegistry = createRegistry([rectificationDefinition]);

/** The registry that knows the machines of this workflow. */
export function registryOf(workflow: string): typeof problemRegistry {
  return workflow.startsWith('problem/') ? problemRegistry : rectificationRegistry;
}
