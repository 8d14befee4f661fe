/** What was found after the kills on one database, added up. */
import type { KillKind } from './kill-plan';

/** What must be nothing, with what it is called. */
export const lossTitles = {
  lost: 'lines or messages acknowledged and not there',
  gaps: 'journals with a gap or a line twice',
  altered: 'lines that are not what was recorded',
  faults: 'lines that the chain does not prove',
  evidence: 'evidence missing or altered',
  deliveries: 'messages twice where the ledger or the channel can tell',
  unclear: 'messages sent that the ledger knows nothing of, or the other way round',
  derived: 'derived rows that are not what the lines say',
  unrepaired: 'differences that reconciling left',
  stuck: 'errors with nothing broken, and what did not go on',
} as const;
export type Loss = keyof typeof lossTitles;

export interface Counts {
  /** Acknowledged. */
  readonly lines: number;
  readonly messages: number;
  readonly files: number;
  /** Kills after which the ledger lacked lines that the journal files had. */
  readonly behind: number;
  /** Those lines, appended by reconciling. */
  readonly repaired: number;
  /** Journal files that a kill left with half a line. */
  readonly halves: number;
  /** Messages that a kill left claimed: whether they were sent nobody could say. */
  readonly unknown: number;
  /** Of them, sent again through the channel that cannot tell. */
  readonly again: number;
}

export const noCounts: Counts = {
  ...{ lines: 0, messages: 0, files: 0, behind: 0 },
  ...{ repaired: 0, halves: 0, unknown: 0, again: 0 },
};

export class Findings {
  readonly kills = new Map<KillKind, number>();
  readonly losses = new Map<Loss, Set<string>>();
  counts = noCounts;
  seconds = 0;

  killed(kind: KillKind): void {
    this.kills.set(kind, (this.kills.get(kind) ?? 0) + 1);
  }

  lose(loss: Loss, ...what: readonly string[]): void {
    // What is lost is found again after every further kill, and counts once.
    if (what.length > 0)
      this.losses.set(loss, new Set([...(this.losses.get(loss) ?? []), ...what]));
  }

  count(more: Partial<Counts>): void {
    const sums = Object.entries(more).map(([name, count]) => {
      const before = this.counts[name as keyof Counts];
      return [name, before + count] as const;
    });
    this.counts = { ...this.counts, ...Object.fromEntries(sums) };
  }

  get isClean(): boolean {
    return this.losses.size === 0;
  }
}
