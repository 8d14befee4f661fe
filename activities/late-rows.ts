/**
 * What became of messages while the ledger's database was away: kept in memory, written when it answers again. What a killed
 * process takes with it the channels still know, as far as they know anything.
 */
import type { Ledger } from '../ledger';

type Rows = Pick<Ledger, 'claimDelivery' | 'settleDelivery'>;
type Claim = Parameters<Rows['claimDelivery']>[0];
type Settlement = Parameters<Rows['settleDelivery']>[0];

interface Late {
  /** Null: its row is there. */
  readonly claim: Claim | null;
  /** Null: it is being sent. */
  readonly settlement: Settlement | null;
}

/** How long a database that was away is left alone, ms, unless a message comes. */
const again = 5000;

export class LateRows {
  private readonly ledger: Rows;
  private readonly late = new Map<string, Late>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> | null = null;

  constructor(ledger: Rows) {
    this.ledger = ledger;
  }

  /** When and where a message was sent of which the ledger could not be told so far. */
  sent(key: string): Pick<Settlement, 'key' | 'at' | 'detail'> | null {
    const settlement = this.late.get(key)?.settlement;
    if (settlement?.status !== 'sent') return null;
    const { at, detail } = settlement;
    return { key, at, detail };
  }

  unclaimed(claim: Claim): void {
    this.late.set(claim.key, { claim, settlement: null });
  }

  claimed({ key }: Claim): void {
    this.late.delete(key);
  }

  /** Never throws. Nothing is written before the message's own row is. */
  async settle(settlement: Settlement): Promise<void> {
    const { key } = settlement;
    this.late.set(key, { claim: this.late.get(key)?.claim ?? null, settlement });
    if (await this.isWritten(key)) await this.writeAll();
    else this.tryLater();
  }

  private tryLater(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.writeAll();
    }, again).unref();
  }

  /** One pass at a time, and whoever asks for one waits for it: a worker that shuts down waits for its activities. */
  private writeAll(): Promise<void> {
    this.writing ??= this.writeEach().finally(() => (this.writing = null));
    return this.writing;
  }

  /** Until the database is away again. */
  private async writeEach(): Promise<void> {
    for (const key of this.late.keys())
      if (!(await this.isWritten(key))) {
        this.tryLater();
        return;
      }
  }

  private async isWritten(key: string): Promise<boolean> {
    const row = this.late.get(key);
    if (row === undefined || row.settlement === null) return true;
    try {
      if (row.claim !== null) await this.ledger.claimDelivery(row.claim);
      await this.ledger.settleDelivery(row.settlement);
      // A later attempt may have come to another end meanwhile.
      if (this.late.get(key)?.settlement === row.settlement) this.late.delete(key);
      return true;
    } catch {
      return false;
    }
  }
}
