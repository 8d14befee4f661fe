/** Which transitions and state names XState or the engine would lose their way with. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { implementationOf, isWithin, transitionsOf, type Transition } from './chart';

/** The faults of a state's name and of all its transitions. */
export function transitionFaults(machine: AnyStateMachine, node: AnyStateNode): readonly string[] {
  return [
    ...nameFaults(node),
    ...transitionsOf(node).flatMap((each) => [
      ...guardFaults(machine, each),
      ...historyFaults(each),
      ...rootFaults(each),
    ]),
  ];
}

/** XState finds states again by path. */
function nameFaults(node: AnyStateNode): readonly string[] {
  const own = node.config.id ?? node.key;
  return own.includes('.')
    ? [
        `${node.id}: a name with a dot is not found again after a restart; write ${own.replaceAll('.', '-')}`,
      ]
    : [];
}

function guardFaults(machine: AnyStateMachine, { source, guard }: Transition): readonly string[] {
  return guardNames(guard)
    .filter((name) => implementationOf(machine, 'guards', name) === undefined)
    .map((name) => `${source.id}: the guard ${name} is not in setup({ guards })`);
}

function guardNames(guard: unknown): readonly string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'function')
    return ((guard as { guards?: readonly unknown[] }).guards ?? []).flatMap(guardNames);
  return typeof guard === 'object' && guard !== null
    ? [String((guard as { type: unknown }).type)]
    : [];
}

/** XState 5.33 reckons what to exit with the old history and what to enter with the new one. */
function historyFaults({ source, target, eventType }: Transition): readonly string[] {
  return (target ?? [])
    .filter((each) => each.type === 'history' && each.parent && isWithin(source, each.parent))
    .map(
      (each) =>
        `${source.id} on ${eventType}: ${each.id} is the history of a state it is in; XState then enters states it has not left`,
    );
}

/** XState 5.33 keeps what it should exit when the root reenters. */
function rootFaults({ source, target, eventType, reenter }: Transition): readonly string[] {
  return reenter && target !== undefined && source.parent === undefined
    ? [
        `${source.id} on ${eventType}: the root cannot reenter; XState then stays in states it has left`,
      ]
    : [];
}
