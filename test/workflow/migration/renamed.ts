/** A machine with other names for its states: what a developer's refactoring would give, made by rule. */
import { createMachine, type AnyStateMachine } from 'xstate';

type Names = Readonly<Record<string, string>>;
type Tree = Readonly<Record<string, unknown>>;

export function renamed(machine: AnyStateMachine, names: Names): AnyStateMachine {
  const config = stateOf(machine.config as Tree, names);
  return createMachine(config as never).provide(machine.implementations as never);
}

function stateOf(config: Tree, names: Names): Tree {
  const { states, initial, on, always, onDone, after, invoke, ...rest } = config;
  const children = Object.entries((states ?? {}) as Tree).map(([key, child]) => [
    names[key] ?? key,
    stateOf(child as Tree, names),
  ]);
  return {
    ...rest,
    ...(initial === undefined ? {} : { initial: targetOf(initial, names) }),
    ...(states === undefined ? {} : { states: Object.fromEntries(children) as Tree }),
    ...(on === undefined ? {} : { on: each(on, names) }),
    ...(always === undefined ? {} : { always: transitionsOf(always, names) }),
    ...(onDone === undefined ? {} : { onDone: transitionsOf(onDone, names) }),
    ...(after === undefined ? {} : { after: each(after, names) }),
    ...(invoke === undefined
      ? {}
      : { invoke: listOf(invoke).map((one) => invokeOf(one as Tree, names)) }),
  };
}

function each(transitions: unknown, names: Names): Tree {
  const entries = Object.entries(transitions as Tree);
  return Object.fromEntries(entries.map(([key, one]) => [key, transitionsOf(one, names)]));
}

function invokeOf(invoke: Tree, names: Names): Tree {
  const { onDone, onError, ...rest } = invoke;
  return {
    ...rest,
    ...(onDone === undefined ? {} : { onDone: transitionsOf(onDone, names) }),
    ...(onError === undefined ? {} : { onError: transitionsOf(onError, names) }),
  };
}

function transitionsOf(transitions: unknown, names: Names): unknown {
  if (typeof transitions === 'string') return targetOf(transitions, names);
  if (Array.isArray(transitions)) return transitions.map((one) => transitionsOf(one, names));
  const { target, ...rest } = transitions as Tree;
  return target === undefined ? rest : { ...rest, target: targetOf(target, names) };
}

/** `#id.child`, `.child`, `sibling.child`, or several of them: every segment but an id. */
function targetOf(target: unknown, names: Names): unknown {
  if (Array.isArray(target)) return target.map((one) => targetOf(one, names));
  if (typeof target !== 'string') return target;
  return target
    .split('.')
    .map((key) => names[key] ?? key)
    .join('.');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
