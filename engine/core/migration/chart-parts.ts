/** A chart's parts by names that hold across versions: states by path, delayed transitions by state and delay. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** A state's dotted path from the root; empty for the root. */
export function pathOf(node: AnyStateNode): string {
  return node.path.join('.');
}

/** The state at a path. */
export function nodeAt(machine: AnyStateMachine, path: string): AnyStateNode | null {
  let node: AnyStateNode = machine.root;
  for (const key of path === '' ? [] : path.split('.')) {
    const child = node.states[key] as AnyStateNode | undefined;
    if (child === undefined) return null;
    node = child;
  }
  return node;
}

export interface Delayed {
  /** The delay's name, or its milliseconds as text. */
  readonly delay: string;
  /** The delayed event's type, which is also the id it is cancelled by. */
  readonly eventType: string;
}

/** A state's `after` transitions, each delay once. */
export function delayedOf(node: AnyStateNode): readonly Delayed[] {
  const all = (
    node.after as readonly { readonly delay: unknown; readonly eventType: string }[]
  ).map(({ delay, eventType }) => [eventType, { delay: String(delay), eventType }] as const);
  return [...new Map(all).values()];
}

export interface Invoked {
  readonly id: string;
  readonly src: string;
  readonly input: unknown;
  /** The id XState gives where none is written. */
  readonly defaultId: string;
}

/** What a state invokes, in order. */
export function invokedBy(node: AnyStateNode): readonly Invoked[] {
  const all = node.invoke as readonly {
    readonly id: string;
    readonly src: unknown;
    readonly input?: unknown;
  }[];
  return all.map(({ id, src, input }, index) => ({
    ...{ id, input, src: String(src) },
    defaultId: `${index}.${node.id}`,
  }));
}
