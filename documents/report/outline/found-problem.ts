// A node of the outline that is a problem, and what it stands under.
import type { OutlineNode } from './outline';

export interface FoundProblem {
  readonly node: OutlineNode;
  /** From the chapter down, without the node itself. */
  readonly ancestors: readonly OutlineNode[];
}
