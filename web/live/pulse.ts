/** Tells who looks that a rectification has changed: the heads of the record are asked for once a beat, for all pages together. */
import type { Ledger } from '../../ledger';

export type OnChanged = (rectifications: readonly string[]) => void;

export interface Pulse {
  /** Gives what ends it. */
  readonly subscribe: (onChanged: OnChanged) => () => void;
  readonly listeners: () => number;
  readonly stop: () => void;
}

/** @param everyMs how often it asks; it does not while nobody listens */
export function startPulse(ledger: Pick<Ledger, 'heads'>, everyMs = 1000): Pulse {
  const all = new Set<OnChanged>();
  let known: ReadonlyMap<string, number> | null = null;
  let busy = false;
  const beat = async (): Promise<void> => {
    if (busy || all.size === 0) return;
    busy = true;
    try {
      const heads = new Map((await ledger.heads()).map(({ id, ordinal }) => [id, ordinal]));
      const before = known;
      known = heads;
      const changed = [...heads].filter(([id, ordinal]) => before?.get(id) !== ordinal);
      // What changed while nobody listened is on the pages already: they were made after it.
      if (before !== null && changed.length > 0)
        all.forEach((tell) => tell(changed.map(([id]) => id)));
    } catch {
      // A database that is away comes back; what changed meanwhile is seen then.
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void beat(), everyMs);
  timer.unref();
  return {
    subscribe: (onChanged) => {
      if (all.size === 0) known = null;
      all.add(onChanged);
      void beat();
      return () => void all.delete(onChanged);
    },
    listeners: () => all.size,
    stop: () => clearInterval(timer),
  };
}
