/** Which `sendTo` and `spawnChild` cannot run durably, and what to write instead. */
import type { AnyStateMachine } from 'xstate';
import { allNodes, implementationOf } from './chart';
import { childMachines, isMachine } from './child';

/** What an action made with one of XState's own creators carries. */
export type BuiltIn = ((...args: never[]) => unknown) & Readonly<Record<string, unknown>>;

/** A machine as it is checked: the root of an instance, or one that is started as a child. */
export interface Checked {
  readonly machine: AnyStateMachine;
  readonly isChild: boolean;
}

/** The faults of a `sendTo`; `sendParent` and `forwardTo` are made of it. */
export function sendFaults(checked: Checked, where: string, action: BuiltIn): readonly string[] {
  return [
    ...targetFaults(checked, where, action.to),
    ...delayFaults(checked.machine, where, 'sendTo', action),
  ];
}

function targetFaults(
  { machine, isChild }: Checked,
  where: string,
  to: unknown,
): readonly string[] {
  if (to === '#_parent')
    return isChild
      ? []
      : [`${where}: the machine is nobody's child; signals() sends to another workflow`];
  if (!isChild && childMachines(machine).length === 0)
    return [
      `${where}: xstate.sendTo finds nobody, for the machine has no child machines; raise() sends to the machine itself, an action made with signals() to another workflow`,
    ];
  if (typeof to === 'object' && to !== null)
    return [`${where}: an actor cannot be found again after a restart; send to its id`];
  return typeof to === 'string' && isActivity(machine, to.replace(/^#_/, ''))
    ? [`${where}: ${to} is an activity, which hears no events; invoke a machine`]
    : [];
}

function isActivity(machine: AnyStateMachine, id: string): boolean {
  const invokes = allNodes(machine.root).flatMap((node) => node.invoke);
  return invokes.some(
    (invoke) =>
      invoke.id === id && !isMachine(implementationOf(machine, 'actors', invoke.src as string)),
  );
}

/** The faults of a `spawnChild`. */
export function spawnFaults(
  { machine }: Checked,
  where: string,
  { src, id, syncSnapshot }: BuiltIn,
): readonly string[] {
  if (typeof src !== 'string')
    return [`${where}: an inline machine has no name; put it into setup({ actors })`];
  const logic = implementationOf(machine, 'actors', src);
  if (logic === undefined) return [`${where}: the actor ${src} is not in setup({ actors })`];
  if (!isMachine(logic))
    return [
      `${where}: xstate.spawnChild takes machines only; invoke a named promise actor, or start a workflow with an action made with startsChild()`,
    ];
  return [
    ...(id === undefined
      ? [`${where}: a spawned machine needs an id, so that it is the same child after a restart`]
      : []),
    ...(syncSnapshot === true
      ? [
          `${where}: a child's snapshots are not told to its parent; let it say what matters with sendParent`,
        ]
      : []),
  ];
}

/** The faults of what is sent later. */
export function delayFaults(
  machine: AnyStateMachine,
  where: string,
  what: string,
  { delay, id }: BuiltIn,
): readonly string[] {
  if (delay === undefined) return [];
  if (id === undefined)
    return [
      `${where}: a delayed ${what} needs an id, so that it is the same timer after a restart`,
    ];
  // XState sends an event at once whose delay it does not know.
  return typeof delay === 'string' && implementationOf(machine, 'delays', delay) === undefined
    ? [`${where}: the delay ${delay} is not in setup({ delays })`]
    : [];
}
