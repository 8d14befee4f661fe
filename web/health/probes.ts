/** Whether what a page process needs answers within a second. */
import type { WebDeps } from '../web-env';

export interface Probes {
  /** Milliseconds; null where it does not answer in time. */
  readonly ledger: number | null;
  readonly temporal: number | null;
}

export const probeWithin = 1000;

/** Never throws. */
export async function probe({
  ledger,
  zhenggai,
}: Pick<WebDeps, 'ledger' | 'zhenggai'>): Promise<Probes> {
  const [ofLedger, ofTemporal] = await Promise.all([
    timed(ledger.ping().then(() => true)),
    timed(zhenggai.answers(probeWithin)),
  ]);
  return { ledger: ofLedger, temporal: ofTemporal };
}

async function timed(asked: Promise<boolean>): Promise<number | null> {
  const began = performance.now();
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), probeWithin).unref();
  });
  const isThere = await Promise.race([asked.catch(() => false), late]);
  return isThere ? Math.round(performance.now() - began) : null;
}
