/**
 * The embedded database as its socket server talks to it, which hands over each of the protocol's messages by itself and sends
 * every piece of an answer by itself: a statement is five messages. Here they are held until the exchange is whole (`Sync`), run
 * at once and answered at once: a fifth less computing a transaction, and nobody's prepared statement is replaced by another's.
 */
import { PGlite } from '@electric-sql/pglite';

/** Parse, Bind, Describe, Execute, Close: nobody waits for an answer to them before a Sync or Flush that follows. */
const heldTypes = new Set([...'PBDEC'].map((type) => type.charCodeAt(0)));

/** An answer is sent on in pieces of this size: the largest one need not fit into memory twice. */
const pieceBytes = 65_536;

type Options = Parameters<PGlite['execProtocolRawStream']>[1];

export class WholeExchanges extends PGlite {
  private held: Uint8Array[] = [];

  /** True too while an exchange has begun: the socket server then lets nobody else in between. */
  override isInTransaction(): boolean {
    return this.held.length > 0 || super.isInTransaction();
  }

  override async execProtocolRawStream(message: Uint8Array, options: Options): Promise<void> {
    this.held.push(message);
    if (heldTypes.has(message[0] ?? 0)) return;
    const whole = this.held.length === 1 ? message : Buffer.concat(this.held);
    this.held = [];
    const answer = new Pieces(options.onRawData);
    await super.execProtocolRawStream(whole, {
      ...options,
      onRawData: (bytes) => answer.add(bytes),
    });
    answer.send();
  }

  /** What a connection began and did not finish before it was closed goes with its transaction. */
  override exec(...args: Parameters<PGlite['exec']>): ReturnType<PGlite['exec']> {
    this.held = [];
    return super.exec(...args);
  }
}

class Pieces {
  private readonly out: (bytes: Uint8Array) => void;
  private waiting: Buffer[] = [];
  private size = 0;

  constructor(out: (bytes: Uint8Array) => void) {
    this.out = out;
  }

  /** @param bytes of the database's own memory: copied, because they are written over */
  add(bytes: Uint8Array): void {
    this.waiting.push(Buffer.from(bytes));
    this.size += bytes.length;
    if (this.size >= pieceBytes) this.send();
  }

  send(): void {
    if (this.size === 0) return;
    this.out(Buffer.concat(this.waiting));
    this.waiting = [];
    this.size = 0;
  }
}
