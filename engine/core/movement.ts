/** What one delivery to a machine comes to: where it and its children stand then, and what XState asked to be executed. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Child } from './child';
import type { AskedAction } from './inert-scope';

export interface Movement {
  /** The root's. */
  readonly snapshot: AnyMachineSnapshot;
  readonly children: readonly Child[];
  /** In XState's own order. */
  readonly asked: readonly AskedAction[];
}
