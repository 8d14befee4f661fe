/** The port through which each message is taken up and settled, so that none is sent twice and no unknown outcome is lost. */
import type { Instant } from '../domain/words';
import type { Ledger } from '../ledger';
import type { Delivery, Message, Now } from './channels/channel';
import { LateRows } from './late-rows';

export type Taken =
  | { readonly kind: 'sent'; readonly delivery: Delivery }
  /** It is to be sent now. `since`: when it was first taken up; null where nobody knows. */
  | { readonly kind: 'open'; readonly since: Instant | null };

export interface Replacement {
  readonly why: string;
  /** The channel that is tried in its place. */
  readonly by: string;
  readonly mayHaveArrived: boolean;
}

/** Nothing here ever throws. */
export interface Deliveries {
  readonly claim: (message: Message) => Promise<Taken>;
  readonly sent: (delivery: Delivery) => Promise<void>;
  readonly failed: (message: Message, why: string) => Promise<void>;
  /** It may have arrived. */
  readonly uncertain: (message: Message, why: string) => Promise<void>;
  /** The person's next channel is tried in its place. */
  readonly replaced: (message: Message, replacement: Replacement) => Promise<void>;
  /** The first of these that is known to be sent; null where none is. */
  readonly sentBefore: (messages: readonly Message[]) => Promise<Delivery | null>;
}

/** Where there is no ledger, the channels' own memories must do. */
export const noDeliveries: Deliveries = {
  claim: () => Promise.resolve({ kind: 'open', since: null }),
  sent: () => Promise.resolve(),
  failed: () => Promise.resolve(),
  uncertain: () => Promise.resolve(),
  replaced: () => Promise.resolve(),
  sentBefore: () => Promise.resolve(null),
};

/**
 * Rows in the ledger. While its database is away messages go out all the same: the channels still know what they sent, and the
 * rows are written when it is back.
 *
 * @param now real time, ISO 8601 UTC
 */
export function createLedgerDeliveries(
  ledger: Pick<Ledger, 'claimDelivery' | 'settleDelivery' | 'deliveries'>,
  now: Now,
): Deliveries {
  const late = new LateRows(ledger);
  const settle = ({ key }: Message, status: Settlement['status'], detail: string): Promise<void> =>
    late.settle({ key, status, at: now(), detail });
  return {
    claim: async (message) => {
      const sent = sentLate(late, message);
      if (sent !== null) return { kind: 'sent', delivery: sent };
      const claim = claimOf(message, now());
      try {
        const row = await ledger.claimDelivery(claim);
        late.claimed(claim);
        if (row.status === 'sent') return { kind: 'sent', delivery: sentBefore(row) };
        return { kind: 'open', since: row.claimed_at };
      } catch {
        late.unclaimed(claim);
        return { kind: 'open', since: null };
      }
    },
    sent: ({ key, at, detail }) => late.settle({ key, status: 'sent', at, detail }),
    failed: (message, why) => settle(message, 'failed', why),
    uncertain: (message, why) => settle(message, 'claimed', why),
    replaced: (message, { why, by, mayHaveArrived }) =>
      settle(message, mayHaveArrived ? 'claimed' : 'replaced', `已改用 ${by}：${why}`),
    sentBefore: async (messages) => {
      const known = messages
        .map((message) => sentLate(late, message))
        .find((each) => each !== null);
      if (known !== undefined) return known;
      const keys = messages.map(({ key }) => key);
      const rows = await ledger.deliveries({ keys, statuses: ['sent'], limit: 1 }).catch(() => []);
      return rows[0] === undefined ? null : sentBefore(rows[0]);
    },
  };
}

/** What the ledger could not be told of so far. */
function sentLate(late: LateRows, { key, to }: Message): Delivery | null {
  const sent = late.sent(key);
  return sent === null ? null : { ...sent, channel: to.channel, outcome: 'alreadySent' };
}

function claimOf({ key, day, to, subject, red }: Message, at: string) {
  const { channel, address, person, name } = to;
  return { key, channel, address, person, name, day, subject, red, claimed_at: at };
}

type Settlement = Parameters<Ledger['settleDelivery']>[0];

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
