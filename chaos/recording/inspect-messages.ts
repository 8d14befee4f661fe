/** Messages: a row each in the ledger, none sent again that was known to be sent, none sent that has no row. */
import { existsSync, readFileSync } from 'node:fs';
import type { DeliveryRow, Ledger } from '../../ledger';
import { outboxIn } from '../store';
import type { Book } from './book';
import type { Findings } from './findings';
import { blind, deliveryKey, lanes, telling } from './messages';
import { placesIn } from './places';

/** All of a store's. */
const all = 1_000_000;

export class MessageInspection {
  private readonly store: string;
  private readonly findings: Findings;
  /** Times a message had been sent when its row said so first. */
  private readonly settled = new Map<string, number>();
  private readonly unknown = new Set<string>();
  private readonly repeated = new Set<string>();

  constructor(store: string, findings: Findings) {
    this.store = store;
    this.findings = findings;
  }

  async inspect(ledger: Ledger, book: Book): Promise<void> {
    const rows = new Map((await ledger.deliveries({ limit: all })).map((row) => [row.key, row]));
    const sent = this.sentByKey();
    for (const lane of lanes) this.acknowledged(lane, book.messages.get(lane) ?? 0, rows);
    for (const [key, times] of sent) this.once(key, times, rows.get(key));
    for (const row of rows.values()) this.known(row, sent.get(row.key) ?? 0);
  }

  /** Times a key was sent; in the outbox once at most, whoever asked. */
  private sentByKey(): ReadonlyMap<string, number> {
    const { blind: file } = placesIn(this.store);
    const blindly = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    const keys = [...blindly.filter(Boolean), ...outboxIn(this.store).map(({ key }) => key)];
    const times = new Map<string, number>();
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
    return times;
  }

  private acknowledged(lane: string, last: number, rows: ReadonlyMap<string, DeliveryRow>): void {
    for (let number = 1; number <= last; number += 1)
      for (const channel of [telling, blind]) {
        const key = deliveryKey(lane, number, channel);
        if (rows.get(key)?.status !== 'sent') this.findings.lose('lost', key);
      }
  }

  private once(key: string, times: number, row: DeliveryRow | undefined): void {
    if (row === undefined) {
      this.findings.lose('unclear', `${key}: sent, and has no row`);
      return;
    }
    const before = this.settled.get(key);
    if (times > (before ?? row.attempts))
      this.findings.lose('deliveries', `${key}: sent ${times} times in ${row.attempts} attempts`);
    if (times > 1 && row.channel === telling) this.findings.lose('deliveries', key);
    if (times > 1 && !this.repeated.has(key)) {
      this.repeated.add(key);
      this.findings.count({ again: 1 });
    }
  }

  private known({ key, status }: DeliveryRow, times: number): void {
    if (status === 'sent' && times === 0) this.findings.lose('unclear', `${key}: never sent`);
    if (status === 'sent' && !this.settled.has(key)) this.settled.set(key, times);
    if (status === 'claimed' && !this.unknown.has(key)) {
      this.unknown.add(key);
      this.findings.count({ unknown: 1 });
    }
  }
}
