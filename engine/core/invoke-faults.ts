/** Which invoked actors cannot run durably, and what to write instead. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { allNodes, implementationOf, isWithin } from './chart';
import { isMachine } from './child';

interface Invocation {
  readonly node: AnyStateNode;
  readonly id: string;
  readonly src: string;
  readonly systemId: string | undefined;
  readonly onSnapshot?: unknown;
}

/** The faults of all invokes of a machine. */
export function invokeFaults(machine: AnyStateMachine): readonly string[] {
  const invocations = invocationsOf(machine);
  return [
    ...invocations.flatMap((each) => faultsOf(machine, each)),
    ...invocations.flatMap((each, index) => clashes(each, invocations.slice(index + 1))),
  ];
}

function invocationsOf(machine: AnyStateMachine): readonly Invocation[] {
  return allNodes(machine.root).flatMap((node) =>
    node.invoke.map((invoke) => ({ ...invoke, node, src: invoke.src as string })),
  );
}

function faultsOf(machine: AnyStateMachine, invocation: Invocation): readonly string[] {
  const { node, id, src, systemId, onSnapshot } = invocation;
  const where = `${node.id} invoke ${id}`;
  // XState's own name for what has none.
  if (src.startsWith('xstate.invoke.'))
    return [`${where}: an inline actor has no name; put it into setup({ actors })`];
  const logic = implementationOf(machine, 'actors', src);
  if (logic === undefined) return [`${where}: the actor ${src} is not in setup({ actors })`];
  if (isMachine(logic))
    return onSnapshot === undefined
      ? []
      : [`${where}: a child's snapshots are not told; let it say what matters with sendParent`];
  if (!isPromiseLogic(logic)) {
    return [
      `${where}: only promise actors, as activities, and machines run durably; ${src} is a callback, observable or transition`,
    ];
  }
  return [
    ...(systemId === undefined
      ? []
      : [`${where}: system ids are not kept; refer to the actor by its invoke id`]),
    ...(onSnapshot === undefined
      ? []
      : [`${where}: an activity has no snapshots; use onDone and onError`]),
  ];
}

/** Promise logic is the only one that ends itself on this event of XState's own. */
function isPromiseLogic(logic: unknown): boolean {
  const { transition } = logic as {
    transition?: (state: unknown, event: unknown, scope: unknown) => { status?: string };
  };
  if (typeof transition !== 'function') return false;
  try {
    return (
      transition({ status: 'active' }, { type: 'xstate.promise.resolve', data: null }, {})
        ?.status === 'done'
    );
  } catch {
    return false;
  }
}

/** Two actors of one id at a time: XState forgets the first, whose result still comes and can no longer be stopped. */
function clashes(one: Invocation, others: readonly Invocation[]): readonly string[] {
  return others
    .filter((other) => other.id === one.id && canBothBeActive(one.node, other.node))
    .map((other) => `${one.node.id} invoke ${one.id}: ${other.node.id} invokes under the same id`);
}

function canBothBeActive(a: AnyStateNode, b: AnyStateNode): boolean {
  if (isWithin(a, b) || isWithin(b, a)) return true;
  let common = a.parent;
  while (common !== undefined && !isWithin(b, common)) common = common.parent;
  return common?.type === 'parallel';
}
