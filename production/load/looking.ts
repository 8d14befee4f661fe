/** People at their pages: each opens one after another, looks at it for a while, and is kept up to date meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { crowdId } from '../../bench/pages/crowd';
import type { Visitor } from '../../bench/pages/visitor';

/** How long somebody looks at a page before they open another, ms. */
const looksFor = 12_000;

const paths = [
  `/rectifications/${crowdId}`,
  `/ledger/${crowdId}`,
  '/todo',
  `/problems/${crowdId}/1`,
];

/** The last page stays open. @param until ms since 1970 */
export async function look(visitor: Visitor, index: number, until: number): Promise<void> {
  await pause((index * 7919) % looksFor);
  for (let turn = index; Date.now() < until; turn += 1) {
    // What becomes of it is noted where it passes through.
    await visitor.open(paths[turn % paths.length] ?? '/').catch(() => undefined);
    await pause(Math.max(0, Math.min(looksFor, until - Date.now())));
  }
}
