/**
 * XState's snapshot as JSON and back, exactly. XState's own way back puts the active states into another order, and with
 * it the regions whose transient transitions come first: so their order travels too.
 */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { inertScope } from './inert-scope';
import type { JsonObject } from './json';

/** A snapshot as plain JSON. */
export function persistSnapshot(snapshot: AnyMachineSnapshot): JsonObject {
  const persisted = snapshot.machine.getPersistedSnapshot(snapshot) as unknown as JsonObject;
  return { ...persisted, nodes: snapshot._nodes.map((node) => node.id) };
}

/** The snapshot again; its invoked actors are there but never run. */
export function restoreSnapshot(
  machine: AnyStateMachine,
  persisted: JsonObject,
): AnyMachineSnapshot {
  const restored = machine.restoreSnapshot(
    persisted as never,
    inertScope() as never,
  ) as AnyMachineSnapshot;
  const nodes = persisted.nodes as readonly string[] | undefined;
  if (nodes === undefined) return restored;
  const { value } = persisted;
  return Object.assign(restored, {
    _nodes: nodes.map((id) => machine.getStateNodeById(id)),
    value,
  });
}
