/** Child machines that live in the same instance as the machine that started them, and are kept with it. */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { implementationOf } from './chart';
import type { JsonObject } from './json';
import { persistSnapshot, restoreSnapshot } from './snapshot';

/** A machine that a state invokes or an action spawns. One that has ended is kept until its parent stops it, as in XState. */
export interface Child {
  /** Of this incarnation: the number of the step that started it and a count within it, `7.0`. Never used again. */
  readonly key: string;
  /** The key of the child whose child it is; absent: the root. */
  readonly parent?: string;
  /** The id under which its parent knows it. */
  readonly id: string;
  /** Its machine's name in its parent's `setup({ actors })`. */
  readonly src: string;
  readonly systemId?: string;
  /** Without machines among its children: they are children of their own. */
  readonly snapshot: AnyMachineSnapshot;
}

/** `Child` as plain JSON. */
export interface PersistedChild extends Omit<Child, 'snapshot'> {
  readonly snapshot: JsonObject;
}

export function persistChild(child: Child): PersistedChild {
  return { ...child, snapshot: persistSnapshot(child.snapshot) };
}

/** The children of a machine again; parents come before their children. */
export function restoreChildren(
  root: AnyStateMachine,
  persisted: readonly PersistedChild[],
): readonly Child[] {
  const machines = new Map<string | undefined, AnyStateMachine>([[undefined, root]]);
  return persisted.map((child) => {
    const machine = machineOf(machines.get(child.parent) ?? root, child.src);
    machines.set(child.key, machine);
    return { ...child, snapshot: restoreSnapshot(machine, child.snapshot) };
  });
}

/** True for the logic of a child machine, as against that of an activity. */
export function isMachine(logic: unknown): logic is AnyStateMachine {
  return typeof logic === 'object' && logic !== null && 'root' in logic;
}

/** The machines that a machine may start as its children, by name. */
export function childMachines(
  machine: AnyStateMachine,
): readonly (readonly [name: string, machine: AnyStateMachine])[] {
  const actors = Object.entries(
    machine.implementations.actors as Readonly<Record<string, unknown>>,
  );
  return actors.flatMap(([name, logic]) => (isMachine(logic) ? [[name, logic] as const] : []));
}

/** A machine and all that it may have running below it, each once. */
export function withDescendants(machine: AnyStateMachine): readonly AnyStateMachine[] {
  const found = new Set([machine]);
  // What is added while it runs is run through as well.
  for (const each of found) for (const [, child] of childMachines(each)) found.add(child);
  return [...found];
}

function machineOf(parent: AnyStateMachine, src: string): AnyStateMachine {
  const logic = implementationOf(parent, 'actors', src);
  if (!isMachine(logic)) throw new Error(`${parent.id} has no child machine ${src}`);
  return logic;
}
