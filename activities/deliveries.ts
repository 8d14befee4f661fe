/** The port through which each message is taken up and settled, so that none is sent twice and no unknown outcome is lost. */
import type { Ledger } from '../ledger';
import type { Delivery, Message, Now } from './channels/channel';
import { LateRows } from './late-rows';

export interface Deliveries {
  /** Null: it is to be sent now. Else how it was sent before. Never throws. */
  readonly claim: (message: Message) => Promise<Delivery | null>;
  /** Never throws. */
  readonly sent: (delivery: Delivery) => Promise<void>;
  /** Never throws. */
  readonly failed: (message: Message, why: string) => Promise<void>;
}

/** Where there is no ledger, the channels' own memories must do. */
export const noDeliveries: Deliveries = {
  claim: () => Promise.resolve(null),
  sent: () => Promise.resolve(),
  failed: () => Promise.resolve(),
};

/**
 * Rows in the ledger. While its database is away messages go out all the same: the channels still know what they sent, and the
 * rows are written when it is back.
 *
 * @param now real time, ISO 8601 UTC
 */
export function createLedgerDeliveries(
  ledger: Pick<Ledger, 'claimDelivery' | 'settleDelivery'>,
  now: Now,
): Deliveries {
  const late = new LateRows(ledger);
  return {
    claim: async (message) => {
      const sent = late.sent(message.key);
      if (sent !== null) return { ...sent, channel: message.to.channel, outcome: 'alreadySent' };
      const claim = claimOf(message, now());
      try {
        const row = await ledger.claimDelivery(claim);
        late.claimed(claim);
        return row.status === 'sent' ? sentBefore(row) : null;
      } catch {
        late.unclaimed(claim);
        return null;
      }
    },
    sent: ({ key, at, detail }) => late.settle({ key, status: 'sent', at, detail }),
    failed: ({ key }, why) => late.settle({ key, status: 'failed', at: now(), detail: why }),
  };
}

function claimOf({ key, day, to, subject, red }: Message, at: string) {
  const { channel, address, person, name } = to;
  return { key, channel, address, person, name, day, subject, red, claimed_at: at };
}

interface Sent {
  readonly key: string;
  readonly channel: string;
  readonly claimed_at: string;
  readonly settled_at: string | null;
  readonly detail: string | null;
}

function sentBefore({ key, channel, claimed_at: claimed, settled_at: at, detail }: Sent): Delivery {
  return { key, channel, outcome: 'alreadySent', at: at ?? claimed, detail: detail ?? '' };
}
