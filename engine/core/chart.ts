/** Reading a machine's chart: its states, their transitions, and what it has implementations for. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';

export interface Transition {
  readonly source: AnyStateNode;
  readonly target: readonly AnyStateNode[] | undefined;
  readonly actions: readonly unknown[];
  readonly guard?: unknown;
  readonly eventType: string;
  readonly reenter: boolean;
}

/** A state and all below it, in document order. */
export function allNodes(node: AnyStateNode): readonly AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => allNodes(child as AnyStateNode))];
}

/** All transitions of a state, the transient ones too. */
export function transitionsOf(node: AnyStateNode): readonly Transition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

/** What the machine was set up with under this name, if anything. */
export function implementationOf(
  machine: AnyStateMachine,
  kind: 'actions' | 'actors' | 'guards' | 'delays',
  name: string,
): unknown {
  const known = machine.implementations[kind] as Readonly<Record<string, unknown>>;
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** True when the state is the other or lies within it. */
export function isWithin(node: AnyStateNode, other: AnyStateNode): boolean {
  for (let each: AnyStateNode | undefined = node; each !== undefined; each = each.parent)
    if (each === other) return true;
  return false;
}

/** True when a transition written for `descriptor` hears events of this type: `a.b`, `a.*` and `*` hear `a.b`. */
export function hears(descriptor: string, type: string): boolean {
  if (descriptor === type || descriptor === '*') return true;
  return descriptor.endsWith('.*') && `${type}.`.startsWith(descriptor.slice(0, -1));
}
