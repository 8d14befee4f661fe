/** The machine's view of time: a machine that declares `now` in its context finds the step's instant there. */
import type { AnyMachineSnapshot } from 'xstate';

/** The snapshot with `context.now` set to the instant, where the context has a `now`; else the snapshot itself. */
export function atInstant(snapshot: AnyMachineSnapshot, at: string): AnyMachineSnapshot {
  const context = snapshot.context as Readonly<Record<string, unknown>>;
  if (!('now' in context) || context.now === at) return snapshot;
  return { ...snapshot, context: { ...context, now: at } } as AnyMachineSnapshot;
}
