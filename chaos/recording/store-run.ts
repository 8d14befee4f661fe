/** One store from its first recorder to its last: each is killed, each next one is looked into before it goes on. */
import { mkdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openLedger } from '../../ledger';
import { Book } from './book';
import type { Database } from './databases';
import type { Findings } from './findings';
import { inspect, reconciled, type Inspection } from './inspect';
import { MessageInspection } from './inspect-messages';
import type { Kill } from './kill-plan';
import { startRecorder, type Recorder } from './recorder-process';

/** So long something is waited for that comes at once as a rule, ms. */
const patience = 30_000;

export class StoreRun {
  private readonly store: string;
  private readonly seed: number;
  private readonly url: string | null;
  private readonly database: Database;
  private readonly findings: Findings;
  private readonly book = new Book();
  private readonly messages: MessageInspection;

  constructor(
    {
      store,
      seed,
      url,
    }: { readonly store: string; readonly seed: number; readonly url: string | null },
    database: Database,
    findings: Findings,
  ) {
    this.store = store;
    this.seed = seed;
    this.url = url;
    this.database = database;
    this.findings = findings;
    this.messages = new MessageInspection(store, findings);
    mkdirSync(store, { recursive: true });
  }

  get place(): string {
    return this.store;
  }

  /** Lines that were acknowledged. */
  get lines(): number {
    return this.book.recorded;
  }

  async killOnce(kill: Kill): Promise<void> {
    const recorder = this.start();
    if (kill.kind === 'opening') {
      await pause(kill.after);
      await recorder.kill();
    } else {
      const url = await this.opened(recorder);
      if (url !== null) await this.breakAt(kill, recorder, url);
      await recorder.kill();
    }
    await this.database.revive();
    this.findings.killed(kill.kind);
  }

  /** The last recorder is let finish; then nothing may be left to do. */
  async finish(): Promise<void> {
    const recorder = this.start();
    const url = await this.opened(recorder);
    if (url === null) return;
    await this.inspect(url);
    recorder.go();
    await this.goesOn();
    if (!(await recorder.stop())) this.findings.lose('stuck', `${this.store}: it did not end`);
    const files = await this.atRest();
    const { recorded: lines, delivered: messages } = this.book;
    this.findings.count({ lines, messages, files });
  }

  private start(): Recorder {
    const { seed, store, url } = this;
    const lines = Object.fromEntries(this.book.lines);
    const messages = Object.fromEntries(this.book.messages);
    return startRecorder({ seed, store, url, lines, messages }, this.book.hear);
  }

  private async opened({ opened }: Recorder): Promise<string | null> {
    const url = await opened;
    if (url === null) this.findings.lose('stuck', `${this.store}: it does not open`);
    return url;
  }

  private async breakAt(kill: Kill, recorder: Recorder, url: string): Promise<void> {
    if (kill.kind === 'reconciling') return this.breakReconciling(kill, recorder, url);
    await this.inspect(url);
    recorder.go();
    await this.goesOn();
    this.expectNoFailure();
    await pause(kill.after);
    switch (kill.kind) {
      case 'server':
        this.database.killServer();
        return this.recover(kill, recorder);
      case 'session':
        await this.database.killSession(url);
        return this.recover(kill, recorder);
      case 'both':
        await recorder.kill();
        return this.database.killServer();
      default:
        return;
    }
  }

  /** The recorder has the embedded database; else its server is killed. */
  private async breakReconciling(kill: Kill, recorder: Recorder, url: string): Promise<void> {
    const ledger = await openLedger(url);
    const reconciling = reconciled(ledger, this.store).catch(() => null);
    await pause(kill.after);
    this.database.killServer();
    await recorder.kill();
    await reconciling;
    await ledger.close();
  }

  /** The database was away for a while; the recorder was not, and must catch up by itself. */
  private async recover({ away }: Kill, recorder: Recorder): Promise<void> {
    await pause(away);
    await this.database.revive();
    // What it said while the database was away is heard first.
    await pause(200);
    await this.goesOn();
    if (!(await recorder.stop())) this.findings.lose('stuck', `${this.store}: it did not end`);
    this.book.failures = [];
  }

  /** Until new lines and messages have been acknowledged. */
  private async goesOn(): Promise<void> {
    const { recorded, delivered } = this.book;
    const giveUp = performance.now() + patience;
    while (this.book.recorded === recorded || this.book.delivered === delivered) {
      if (performance.now() > giveUp) {
        this.findings.lose(
          'stuck',
          `${this.store}: ${this.book.stoppedSince({ recorded, delivered })}`,
        );
        return;
      }
      await pause(5);
    }
  }

  private expectNoFailure(): void {
    this.findings.lose('stuck', ...this.book.failures);
    this.book.failures = [];
  }

  private async inspect(url: string): Promise<number> {
    const ledger = await openLedger(url);
    try {
      return await inspect(ledger, this.inspection);
    } finally {
      await ledger.close();
    }
  }

  private get inspection(): Inspection {
    const { seed, store, book, messages, findings } = this;
    return { seed, store, book, messages, findings };
  }

  private async atRest(): Promise<number> {
    const recorder = this.start();
    const url = await this.opened(recorder);
    if (url === null) return 0;
    const before = this.findings.counts;
    const files = await this.inspect(url);
    const { repaired } = this.findings.counts;
    if (repaired !== before.repaired)
      this.findings.lose('unrepaired', `${this.store}: behind though it had ended in order`);
    await recorder.kill();
    return files;
  }
}
