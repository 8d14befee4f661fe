/** Which machines a workflow runs: to set versions when starting, and to try a step before it starts anything. */
import type { Registry } from '../engine/core';
import { problemRegistry, rectificationRegistry } from '../workflows/registry';

export function registryOf(workflow: string): Registry {
  return workflow.startsWith('problem/') ? problemRegistry : rectificationRegistry;
}
