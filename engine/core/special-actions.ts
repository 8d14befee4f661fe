/**
 * Actions a machine names to ask for more than an activity. Any other named action is an activity of that name.
 * Params that come out as null ask for nothing. The functions do nothing when called: what they ask for is read from the action's params.
 */
import type { BecomeInput, SignalInput, StartChildInput } from './effects';

export type SpecialKind = 'startChild' | 'signal' | 'become';

const kindOf = Symbol.for('zhenggai.engine.action');

type Named<P> = (args: unknown, params: P) => void;

/** An action whose params start another workflow as a child that outlives this one. */
export const startsChild = (): Named<StartChildInput> => special('startChild');

/** An action whose params send an event to another workflow. */
export const signals = (): Named<SignalInput | null> => special('signal');

/** An action whose params make this workflow go on as another machine. */
export const becomes = (): Named<BecomeInput> => special('become');

/** What a custom action asks for beyond an activity; null for an ordinary one. */
export function specialKind(action: unknown): SpecialKind | null {
  if (typeof action !== 'function') return null;
  return (action as unknown as Record<symbol, SpecialKind | undefined>)[kindOf] ?? null;
}

function special<P>(kind: SpecialKind): Named<P> {
  const named = (): void => undefined;
  return Object.assign(named, { [kindOf]: kind });
}
