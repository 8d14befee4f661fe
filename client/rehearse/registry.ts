/** Every machine a rehearsal may meet. */
import { createRegistry } from '../../engine/core';
import { digestDefinition, problemDefinitions, rectificationDefinition } from '../../machines';

export const allMachines = createRegistry([
  ...problemDefinitions,
  rectificationDefinition,
  digestDefinition,
]);
