/** Where a recorder has its things. */
import { join } from 'node:path';

export function placesIn(store: string) {
  return {
    ledger: join(store, 'ledger'),
    journal: join(store, 'journal'),
    outbox: join(store, 'outbox'),
    evidence: join(store, 'evidence'),
    /** What the channel without a memory has sent, a key a line. */
    blind: join(store, 'blind.txt'),
    log: join(store, 'recorder.log'),
  };
}
