/**
 * XState's snapshot as JSON and back, exactly. XState's own way back puts the active states into another order, and with
 * it the regions whose transient transitions come first; and it drops a history that holds nothing.
 */
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, StateValue } from 'xstate';
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
  const kept = persisted as unknown as Kept;
  const nodeOf = (id: string): AnyStateNode => machine.getStateNodeById(id);
  const history = Object.entries(kept.historyValue).map(([id, items]) => [
    id,
    items.map((item) => nodeOf(item.id)),
  ]);
  const restored = machine.restoreSnapshot(persisted as never, inertScope() as never);
  return Object.assign(restored as AnyMachineSnapshot, {
    value: kept.value,
    _nodes: kept.nodes.map(nodeOf),
    historyValue: Object.fromEntries(history) as Readonly<Record<string, AnyStateNode[]>>,
  });
}

/** What XState's own way back does not keep as it was. */
interface Kept {
  readonly value: StateValue;
  readonly nodes: readonly string[];
  readonly historyValue: { readonly [id: string]: readonly { readonly id: string }[] };
}
