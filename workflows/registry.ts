/** The machines that workflows, clients and rehearsals run; built once, and preloaded into the sandbox. */
import { createRegistry } from '../engine/core';
import { digestDefinition, problemDefinitions, rectificationDefinition } from '../machines';

/** What a problem may be or become. */
export const problemRegistry = createRegistry(problemDefinitions);
export const rectificationRegistry = createRegistry([rectificationDefinition]);
export const digestRegistry = createRegistry([digestDefinition]);
