/** Which actions cannot run durably, and what to write instead. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { implementationOf, transitionsOf } from './chart';

type Implementation = ((...args: never[]) => unknown) & Readonly<Record<string, unknown>>;

/** The faults of all actions of a state. What `enqueueActions` puts together is seen only when it runs. */
export function actionFaults(machine: AnyStateMachine, node: AnyStateNode): readonly string[] {
  return actionsOf(node).flatMap(([where, action]) => faultsOf(machine, where, action));
}

function actionsOf(node: AnyStateNode): readonly (readonly [string, unknown])[] {
  const initial: readonly unknown[] = node.type === 'compound' ? node.initial.actions : [];
  const at = (
    where: string,
    actions: readonly unknown[],
  ): readonly (readonly [string, unknown])[] =>
    actions.map((action) => [`${node.id} ${where}`, action]);
  return [
    ...at('entry', node.entry),
    ...at('exit', node.exit),
    ...at('initial', initial),
    ...transitionsOf(node).flatMap((each) => at(`on ${each.eventType}`, each.actions)),
  ];
}

function faultsOf(machine: AnyStateMachine, where: string, action: unknown): readonly string[] {
  const name = nameOf(action);
  if (name === null) return inlineFaults(machine, where, action as Implementation);
  const implementation = implementationOf(machine, 'actions', name);
  if (implementation === undefined)
    return [`${where}: the action ${name} is not in setup({ actions })`];
  return isBuiltIn(implementation)
    ? inlineFaults(machine, `${where}: ${name}`, implementation as Implementation)
    : [];
}

function nameOf(action: unknown): string | null {
  if (typeof action === 'string') return action;
  return typeof action === 'object' && action !== null
    ? String((action as { readonly type: unknown }).type)
    : null;
}

function isBuiltIn(action: unknown): boolean {
  return typeof action === 'function' && 'resolve' in action;
}

const runs = new Set([
  'xstate.assign',
  'xstate.raise',
  'xstate.cancel',
  'xstate.emit',
  'xstate.log',
  'xstate.enqueueActions',
  'xstate.stopChild',
]);

const instead: Readonly<Record<string, string>> = {
  'xstate.sendTo':
    'raise() sends to the machine itself, an action made with signals() to another workflow',
  'xstate.spawnChild':
    'invoke a named promise actor, or start a workflow with an action made with startsChild()',
};

function inlineFaults(
  machine: AnyStateMachine,
  where: string,
  action: Implementation,
): readonly string[] {
  if (!isBuiltIn(action))
    return [
      `${where}: an anonymous action cannot run durably; name it in setup({ actions }) and implement the activity of that name`,
    ];
  const type = String(action.type);
  if (!runs.has(type))
    return [`${where}: ${type} cannot run durably; ${instead[type] ?? 'name an action instead'}`];
  return type === 'xstate.raise' ? raiseFaults(machine, where, action) : [];
}

function raiseFaults(
  machine: AnyStateMachine,
  where: string,
  { delay, id }: Implementation,
): readonly string[] {
  if (delay === undefined) return [];
  if (id === undefined)
    return [`${where}: a delayed raise needs an id, so that it is the same timer after a restart`];
  // XState raises an event at once whose delay it does not know.
  return typeof delay === 'string' && implementationOf(machine, 'delays', delay) === undefined
    ? [`${where}: the delay ${delay} is not in setup({ delays })`]
    : [];
}
