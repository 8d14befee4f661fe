/** Which actions cannot run durably, and what to write instead. */
import type { AnyStateNode } from 'xstate';
import { implementationOf, transitionsOf } from './chart';
import { delayFaults, sendFaults, spawnFaults, type BuiltIn, type Checked } from './message-faults';
import { specialKind } from './special-actions';

/** The faults of all actions of a state. What `enqueueActions` puts together is seen only when it runs. */
export function actionFaults(checked: Checked, node: AnyStateNode): readonly string[] {
  return actionsOf(node).flatMap(([where, action]) => faultsOf(checked, where, action));
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

function faultsOf(checked: Checked, where: string, action: unknown): readonly string[] {
  const name = nameOf(action);
  if (name === null) return inlineFaults(checked, where, action as BuiltIn);
  const implementation = implementationOf(checked.machine, 'actions', name);
  if (implementation === undefined)
    return [`${where}: the action ${name} is not in setup({ actions })`];
  if (checked.isChild && specialKind(implementation) === 'become')
    return [
      `${where}: ${name}: a child cannot become another machine; let it sendParent, and the root become it`,
    ];
  return isBuiltIn(implementation)
    ? inlineFaults(checked, `${where}: ${name}`, implementation as BuiltIn)
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
  'xstate.sendTo',
  'xstate.cancel',
  'xstate.emit',
  'xstate.log',
  'xstate.enqueueActions',
  'xstate.spawnChild',
  'xstate.stopChild',
]);

function inlineFaults(checked: Checked, where: string, action: BuiltIn): readonly string[] {
  if (!isBuiltIn(action))
    return [
      `${where}: an anonymous action cannot run durably; name it in setup({ actions }) and implement the activity of that name`,
    ];
  const type = String(action.type);
  if (!runs.has(type)) return [`${where}: ${type} cannot run durably; name an action instead`];
  switch (type) {
    case 'xstate.raise':
      return delayFaults(checked.machine, where, 'raise', action);
    case 'xstate.sendTo':
      return sendFaults(checked, where, action);
    case 'xstate.spawnChild':
      return spawnFaults(checked, where, action);
    default:
      return [];
  }
}
