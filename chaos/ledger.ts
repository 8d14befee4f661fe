/** The ledger after a run against the journals: whole, and with no line that is not theirs. `zhenggai up` alone keeps one. */
import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { openEmbeddedLedger, openLedger, type Ledger } from '../ledger';
import type { Line } from './model/history';

export interface LedgerFindings {
  readonly lines: number;
  /** What `verify` names. */
  readonly faults: readonly string[];
  /** Workflows whose lines are not those of their journal, as far as it goes. */
  readonly strange: readonly string[];
}

export async function inspectLedger(
  store: string,
  journals: ReadonlyMap<string, readonly Line[]>,
): Promise<LedgerFindings> {
  const ledger = await ledgerIn(store);
  if (ledger === null) return { lines: 0, faults: [], strange: [] };
  try {
    const { faults, lines } = await ledger.verify();
    const strange: string[] = [];
    for (const [workflow, own] of journals) {
      const kept = await ledger.read(workflow);
      const both = Math.min(kept.length, own.length);
      if (!isDeepStrictEqual(kept.slice(0, both), own.slice(0, both))) strange.push(workflow);
    }
    return {
      lines,
      faults: faults.map(({ workflow, sequence, kind }) => `${workflow} ${sequence}: ${kind}`),
      strange,
    };
  } finally {
    await ledger.close();
  }
}

/** The one that `up` has open, else the store's own; null where there has never been one. */
async function ledgerIn(store: string): Promise<Ledger | null> {
  const folder = join(store, 'ledger');
  if (!existsSync(folder)) return null;
  const running = join(store, 'running.json');
  if (!existsSync(running)) return openEmbeddedLedger(folder);
  const { ledger } = JSON.parse(readFileSync(running, 'utf8')) as { readonly ledger: string };
  return openLedger(ledger).catch(() => openEmbeddedLedger(folder));
}
