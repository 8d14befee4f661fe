/**
 * One writer for many recordings: what comes while one transaction is written goes into the next, all of it together. Under
 * load transactions keep their distance (pacing.ts).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { append, type Kept } from './append';
import { earliestAfter } from './pacing';
import type { Recording } from './recording';
import type { Tables } from './tables';

/** Recordings in one transaction: with up to 500 lines each it stays short of what holds others up. */
const recordingsAtOnce = 100;

interface Waiting {
  readonly recording: Recording;
  readonly done: (kept: Kept) => void;
}

export class Writer {
  private readonly db: Kysely<Tables>;
  private waiting: Waiting[] = [];
  private busy = false;
  private earliest = -Infinity;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /**
   * Durable when it resolves. Recordings of one workflow are kept in the order in which this is called.
   *
   * @throws JournalGap when lines before these are missing; the database's errors: nothing is kept then, write it again
   */
  async write(recording: Recording): Promise<void> {
    const kept = await new Promise<Kept>((done) => {
      this.waiting.push({ recording, done });
      void this.writeAll();
    });
    if (kept !== null) throw kept;
  }

  private async writeAll(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    // What is asked for in this very moment goes into one transaction.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      // What is full waits for nothing more.
      if (this.waiting.length < recordingsAtOnce) await this.keepDistance();
      const begun = performance.now();
      const batch = this.waiting.splice(0, recordingsAtOnce);
      const kept = await this.keep(batch.map(({ recording }) => recording));
      this.earliest = earliestAfter(this.earliest, { begun, ended: performance.now() });
      batch.forEach(({ done }, index) => done(kept[index] ?? null));
    }
    this.busy = false;
  }

  private async keepDistance(): Promise<void> {
    const left = this.earliest - performance.now();
    if (left > 0) await pause(left);
  }

  private async keep(recordings: readonly Recording[]): Promise<readonly Kept[]> {
    try {
      return await this.db.transaction().execute((tx) => append(tx, recordings));
    } catch (error) {
      // One that the database does not take must not keep the others out.
      if (recordings.length > 1) return this.keepEach(recordings);
      return [error instanceof Error ? error : new Error(String(error))];
    }
  }

  private async keepEach(recordings: readonly Recording[]): Promise<readonly Kept[]> {
    const kept: Kept[] = [];
    for (const recording of recordings) kept.push(...(await this.keep([recording])));
    return kept;
  }
}
