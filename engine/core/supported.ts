/** What a machine must not contain to be run durably, found before it runs. The table in engine/README.md lists the same. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import type { MachineDefinition } from './definition';

type Implementation = ((...args: never[]) => unknown) & Readonly<Record<string, unknown>>;

/** Every fault of a definition, each with what to do instead; none when the engine can run it. */
export function unsupported(definition: MachineDefinition): readonly string[] {
  const { machine } = definition;
  const nodes = allNodes(machine.root);
  return [
    ...nodes.flatMap((node) =>
      actionsOf(node).flatMap(([where, action]) => actionFaults(machine, where, action)),
    ),
    ...nodes.flatMap((node) => invokeFaults(machine, node)),
    ...nodes.flatMap((node) => guardFaults(machine, node)),
    ...eventFaults(definition),
  ];
}

function allNodes(node: AnyStateNode): readonly AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap((child) => allNodes(child as AnyStateNode))];
}

function transitionsOf(node: AnyStateNode): readonly {
  readonly actions: readonly unknown[];
  readonly guard?: unknown;
  readonly eventType: string;
}[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

function actionsOf(node: AnyStateNode): readonly (readonly [string, unknown])[] {
  const initial: readonly unknown[] = node.type === 'compound' ? node.initial.actions : [];
  return [
    ...node.entry.map((action): [string, unknown] => [`${node.id} entry`, action]),
    ...node.exit.map((action): [string, unknown] => [`${node.id} exit`, action]),
    ...initial.map((action): [string, unknown] => [`${node.id} initial`, action]),
    ...transitionsOf(node).flatMap((each) =>
      each.actions.map((action): [string, unknown] => [`${node.id} on ${each.eventType}`, action]),
    ),
  ];
}

function actionFaults(machine: AnyStateMachine, where: string, action: unknown): readonly string[] {
  const name = typeof action === 'string' ? action : nameOf(action);
  if (name === null) return inlineFaults(where, action as Implementation);
  const implementation = (machine.implementations.actions as Readonly<Record<string, unknown>>)[
    name
  ];
  if (implementation === undefined)
    return [`${where}: the action ${name} is not in setup({ actions })`];
  return isBuiltIn(implementation)
    ? inlineFaults(`${where}: ${name}`, implementation as Implementation)
    : [];
}

function nameOf(action: unknown): string | null {
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

function inlineFaults(where: string, action: Implementation): readonly string[] {
  if (!isBuiltIn(action))
    return [
      `${where}: an anonymous action cannot run durably; name it in setup({ actions }) and implement the activity of that name`,
    ];
  const type = String(action.type);
  if (!runs.has(type))
    return [`${where}: ${type} cannot run durably; ${instead[type] ?? 'name an action instead'}`];
  if (type === 'xstate.raise' && action.delay !== undefined && action.id === undefined) {
    return [`${where}: a delayed raise needs an id, so that it is the same timer after a restart`];
  }
  return [];
}

function invokeFaults(machine: AnyStateMachine, node: AnyStateNode): readonly string[] {
  return node.invoke.flatMap((invoke) => {
    const src = invoke.src as string;
    const where = `${node.id} invoke ${invoke.id}`;
    const logic = (machine.implementations.actors as Readonly<Record<string, unknown>>)[src];
    if (typeof (node.config.invoke as { src?: unknown } | undefined)?.src === 'object') {
      return [`${where}: an inline actor has no name; put it into setup({ actors })`];
    }
    if (logic === undefined) return [`${where}: the actor ${src} is not in setup({ actors })`];
    if (!isPromiseLogic(logic)) {
      return [
        `${where}: only promise actors run durably, as activities; ${src} is a callback, observable, transition or machine`,
      ];
    }
    return invoke.systemId === undefined
      ? []
      : [`${where}: system ids are not kept; refer to the actor by its invoke id`];
  });
}

/** Promise logic is the only one that ends itself on this event of XState's own. */
function isPromiseLogic(logic: unknown): boolean {
  const { transition } = logic as {
    transition?: (state: unknown, event: unknown, scope: unknown) => { status?: string };
  };
  if (typeof transition !== 'function' || 'root' in (logic as object)) return false;
  try {
    return (
      transition({ status: 'active' }, { type: 'xstate.promise.resolve', data: null }, {})
        ?.status === 'done'
    );
  } catch {
    return false;
  }
}

function guardFaults(machine: AnyStateMachine, node: AnyStateNode): readonly string[] {
  const known = machine.implementations.guards as Readonly<Record<string, unknown>>;
  return transitionsOf(node)
    .flatMap((each) => guardNames(each.guard))
    .filter((name) => !(name in known))
    .map((name) => `${node.id}: the guard ${name} is not in setup({ guards })`);
}

function guardNames(guard: unknown): readonly string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard === 'function')
    return ((guard as { guards?: readonly unknown[] }).guards ?? []).flatMap(guardNames);
  return typeof guard === 'object' && guard !== null
    ? [String((guard as { type: unknown }).type)]
    : [];
}

/** An event that is described but that no state listens to is a slip of the pen. */
function eventFaults(definition: MachineDefinition): readonly string[] {
  const heard = new Set<string>(definition.machine.events as readonly string[]);
  return Object.keys(definition.events)
    .filter(
      (type) =>
        !heard.has(type) &&
        !heard.has('*') &&
        ![...heard].some((each) => partlyMatches(each, type)),
    )
    .map((type) => `the event ${type} is described but no state takes it`);
}

function partlyMatches(descriptor: string, type: string): boolean {
  return (
    descriptor.endsWith('.*') &&
    (type === descriptor.slice(0, -2) || type.startsWith(descriptor.slice(0, -1)))
  );
}
