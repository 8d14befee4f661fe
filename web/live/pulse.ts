/** Tells who looks that a rectification has changed: the heads of the record are asked for once a beat, for all pages together. */
import type { Ledger, RectificationRow } from '../../ledger';
import type { Heads, Look } from '../record/looks';

export type Changed = Pick<RectificationRow, 'id' | 'unit'>;
export type OnChanged = (rectifications: readonly Changed[]) => void;

export interface Pulse {
  /** Gives what ends it. */
  readonly subscribe: (onChanged: OnChanged) => () => void;
  /**
   * What has changed since an instant, ms: for a page that was made then and listens only now, or again. All there is, where
   * this process did not look yet at that time.
   */
  readonly changedSince: (since: number) => Promise<readonly Changed[]>;
  /** How far everything had come when it was told last, that being told included; null: it has not looked yet. */
  readonly told: () => Heads | null;
  readonly listeners: () => number;
  readonly stop: () => void;
}

/** Between a page's look at the record and its being sent, and between the clocks of two page processes, ms. */
const margin = 5000;

/**
 * @param everyMs how often it asks
 * @param marginMs pages are taken to be so much older than they say
 */
export function startPulse(
  look: Look,
  ledger: Pick<Ledger, 'rectifications'>,
  everyMs = 1000,
  marginMs = margin,
): Pulse {
  const all = new Set<OnChanged>();
  const changedAt = new Map<string, number>();
  let known: Heads | null = null;
  let looksSince = Infinity;
  let busy = false;
  const beat = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      const began = Date.now();
      const heads = await look();
      const before = known;
      if (before === null) looksSince = began;
      const changed = [...heads.keys()].filter((id) => before?.get(id) !== heads.get(id));
      // Read before they are known as told: a database that goes away now is asked again.
      const isNews = before !== null && changed.length > 0;
      const rows = isNews ? await ledger.rectifications(changed) : [];
      known = heads;
      if (!isNews) return;
      changed.forEach((id) => changedAt.set(id, Date.now()));
      all.forEach((tell) => tell(rows));
    } catch {
      // A database that is away comes back; what changed meanwhile is seen then.
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void beat(), everyMs);
  timer.unref();
  void beat();
  return {
    subscribe: (onChanged) => {
      all.add(onChanged);
      return () => void all.delete(onChanged);
    },
    changedSince: async (since) => {
      if (since - marginMs < looksSince) return ledger.rectifications();
      const ids = [...changedAt].filter(([, at]) => at >= since - marginMs).map(([id]) => id);
      return ids.length === 0 ? [] : ledger.rectifications(ids);
    },
    told: () => known,
    listeners: () => all.size,
    stop: () => clearInterval(timer),
  };
}
