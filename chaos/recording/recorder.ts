/**
 * The process that is killed: records lines, files evidence and sends messages as fast as it can, through the activities and the
 * stores that a worker has. Started by recorder-process.ts.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createFileJournal, createLedgerDeliveries, createLedgerJournal } from '../../activities';
import { createChannels } from '../../activities/channels/channels';
import { createFileOutbox } from '../../activities/channels/file-outbox';
import { createDeliver } from '../../activities/deliver';
import { createRecord } from '../../activities/record';
import {
  createEvidenceFolder,
  openEmbeddedLedger,
  openLedger,
  type EvidenceStore,
  type Ledger,
} from '../../ledger';
import { randomOf } from '../random';
import { blindChannel } from './blind-channel';
import { fileOf, lineOf, workflows } from './lines';
import { digestOf, lanes } from './messages';
import { placesIn } from './places';
import type { Asked, Order, Told } from './protocol';

const tell = (told: Told): void => void process.send?.(told);
const now = (): string => new Date().toISOString();

/** What a worker's server waits before it tries an activity again, ms; shorter. */
const again = 50;
const linesAtMost = 4;
/** How often an attempt is taken to be lost while it is not, so that two are under way at once. */
const doubled = 0.1;

async function main(order: Order): Promise<void> {
  const ledger = await openedBy(order);
  // A second writer, as another worker on the same database is.
  const other = await openLedger(ledger.url);
  const asked = hear();
  tell({ kind: 'open', url: ledger.url });
  await asked('go');
  const work = new Work(order, ledger, other);
  const done = work.all();
  await asked('stop');
  work.over = true;
  await done;
  await other.close();
  await ledger.close();
  process.disconnect();
}

function openedBy({ url, store }: Order): Promise<Ledger> {
  return url === null ? openEmbeddedLedger(placesIn(store).ledger) : openLedger(url);
}

type Record = ReturnType<typeof createRecord>;

class Work {
  over = false;
  private readonly order: Order;
  /** One a writer. */
  private readonly records: readonly [Record, Record];
  private readonly deliver: ReturnType<typeof createDeliver>;
  private readonly evidence: EvidenceStore;

  constructor(order: Order, ledger: Ledger, other: Ledger) {
    const { journal, outbox, evidence, blind } = placesIn(order.store);
    const files = createFileJournal(journal);
    const recordIn = (each: Ledger): Record => createRecord(createLedgerJournal(files, each));
    const channels = createChannels([
      createFileOutbox({ folder: outbox, now }),
      blindChannel(blind),
    ]);
    this.order = order;
    this.records = [recordIn(ledger), recordIn(other)];
    this.deliver = createDeliver(channels, 'outbox', createLedgerDeliveries(ledger, now));
    this.evidence = createEvidenceFolder(evidence);
  }

  async all(): Promise<void> {
    await Promise.all([
      ...workflows.map((workflow, index) => this.recordAll(workflow, index)),
      ...lanes.map((lane) => this.deliverAll(lane)),
    ]);
  }

  /** One recording of a workflow at a time, as the engine does. */
  private async recordAll(workflow: string, index: number): Promise<void> {
    for (let last = this.order.lines[workflow] ?? 0; !this.over;) {
      const random = randomOf(this.order.seed, `${workflow}/recording/${last}`);
      const count = 1 + Math.floor(random.next() * linesAtMost);
      const attempts = random.chance(doubled) ? [index, index + 1] : [index];
      await untilDone(() => this.record(workflow, { from: last + 1, to: last + count }, attempts));
      last += count;
      tell({ kind: 'recorded', workflow, last });
    }
  }

  private async record(
    workflow: string,
    { from, to }: { readonly from: number; readonly to: number },
    attempts: readonly number[],
  ): Promise<void> {
    const { seed } = this.order;
    const numbers = Array.from({ length: to - from + 1 }, (_each, index) => from + index);
    for (const number of numbers) await this.file(workflow, number);
    const lines = numbers.map((number) => lineOf(seed, workflow, number));
    const under = attempts.map((index) => this.recordOf(index)({ workflow, lines }));
    await Promise.all(under);
  }

  private recordOf(index: number): Record {
    const [first, second] = this.records;
    return index % 2 === 0 ? first : second;
  }

  private async file(workflow: string, sequence: number): Promise<void> {
    const file = fileOf(this.order.seed, workflow, sequence);
    if (file !== null) await this.evidence.put(inPieces(file.content), file.name);
  }

  private async deliverAll(lane: string): Promise<void> {
    for (let number = (this.order.messages[lane] ?? 0) + 1; !this.over; number += 1) {
      await untilDone(() => this.deliver(digestOf(lane, number)));
      tell({ kind: 'delivered', lane, number });
    }
  }
}

/** An activity is tried again until it is done. */
async function untilDone(attempt: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      tell({ kind: 'failed', why: String(error) });
      await pause(again);
    }
  }
}

async function* inPieces(content: Buffer): AsyncIterable<Uint8Array> {
  const half = Math.floor(content.length / 2);
  yield await Promise.resolve(content.subarray(0, half));
  yield content.subarray(half);
}

/** Resolves once it has been asked for that; what is asked before somebody waits for it is not lost. */
function hear(): (asked: Asked) => Promise<void> {
  const heard = new Set<Asked>();
  const waiting = new Map<Asked, () => void>();
  process.on('message', (asked: Asked) => {
    heard.add(asked);
    waiting.get(asked)?.();
  });
  // Without whoever started it nobody would ever end it.
  process.once('disconnect', () => process.exit());
  return (asked) =>
    heard.has(asked) ? Promise.resolve() : new Promise((done) => waiting.set(asked, done));
}

main(JSON.parse(process.argv[2] ?? '') as Order).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  process.exit(1);
});
