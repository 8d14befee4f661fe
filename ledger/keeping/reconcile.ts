/**
 * 数据核对 of one workflow: what each source has is held against the ledger, and what the ledger lacks is appended. Nothing is
 * ever written over or taken away. The first source is the truth; the others fill what it does not have any more.
 */
import type { RecordedLine } from '../recording';
import { judge, type Portion, type Range } from './comparing';

/** Somebody who has lines of the workflow; asked again, it gives them again. */
export interface Source<Name extends string = string> {
  readonly name: Name;
  readonly portions: () => AsyncIterable<Portion>;
}

/** What the comparing asks of the ledger. */
export interface KeptRecord {
  /** The texts of these lines; those it does not have are not there. */
  readonly texts: (workflow: string, range: Range) => Promise<ReadonlyMap<number, string>>;
  readonly append: (workflow: string, lines: readonly RecordedLine[]) => Promise<void>;
}

export interface Reconciled<Name extends string = string> {
  readonly workflow: string;
  /** The ledger's last line before. */
  readonly before: number;
  /** Its last line now, or as it would be. */
  readonly after: number;
  /** The last line of each source that has any. */
  readonly held: Readonly<Partial<{ [Each in Name]: number }>>;
  /** Lines that were, and nobody has any more. */
  readonly gap: Range | null;
  /** Lines that the ledger has otherwise than a source. Nothing was done about them. */
  readonly differing: readonly { readonly source: Name; readonly sequence: number }[];
}

export interface Reconciling<Name extends string> {
  readonly workflow: string;
  /** The ledger's last line; read before the sources are, or what was recorded meanwhile would seem ahead of them. */
  readonly last: number;
  readonly sources: readonly Source<Name>[];
  /** Changes nothing. */
  readonly dryRun: boolean;
}

export async function reconcile<Name extends string>(
  record: KeptRecord,
  asked: Reconciling<Name>,
): Promise<Reconciled<Name>> {
  const walk = new Walk<Name>(record, asked);
  // What one source fills may be what another's lines were waiting for.
  for (let before = -1; before !== walk.reached && walk.hasMore;) {
    before = walk.reached;
    for (const [index, source] of asked.sources.entries())
      await walk.along(source, asked.sources.slice(0, index));
  }
  return walk.found();
}

class Walk<Name extends string> {
  reached: number;
  private readonly record: KeptRecord;
  private readonly asked: Reconciling<Name>;
  private readonly held = new Map<Name, number>();
  private readonly gaps = new Map<Name, Range | null>();
  private readonly differing = new Map<string, { source: Name; sequence: number }>();

  constructor(record: KeptRecord, asked: Reconciling<Name>) {
    this.record = record;
    this.asked = asked;
    this.reached = asked.last;
  }

  /** True before the first round, and while a source has lines that are not kept yet. */
  get hasMore(): boolean {
    return this.gaps.size === 0 || Math.max(0, ...this.held.values()) > this.reached;
  }

  /** @param earlier those whose lines count for more: where theirs begin again, this one's end */
  async along({ name, portions }: Source<Name>, earlier: readonly Source<Name>[]): Promise<void> {
    const upTo = this.gap(earlier)?.to ?? Infinity;
    this.gaps.set(name, null);
    for await (const portion of portions()) await this.take(name, portion, upTo);
  }

  found(): Reconciled<Name> {
    const { workflow, last: before } = this.asked;
    return {
      ...{ workflow, before, after: this.reached, gap: this.gap() },
      held: Object.fromEntries(this.held) as Reconciled<Name>['held'],
      differing: [...this.differing.values()],
    };
  }

  private async take(source: Name, portion: Portion, upTo: number): Promise<void> {
    const { workflow, dryRun } = this.asked;
    const last = dryRun ? this.asked.last : this.reached;
    const texts = await this.textsOf(portion, last);
    const judged = judge(portion, { last, texts }, this.reached, upTo);
    this.held.set(source, Math.max(judged.last, this.held.get(source) ?? 0));
    for (const sequence of judged.differing)
      this.differing.set(`${source} ${sequence}`, { source, sequence });
    this.gaps.set(source, this.gaps.get(source) ?? judged.gap);
    if (judged.missing.length === 0) return;
    if (!dryRun) await this.record.append(workflow, judged.missing);
    this.reached += judged.missing.length;
  }

  private async textsOf({ lines }: Portion, last: number): Promise<ReadonlyMap<number, string>> {
    const [from, to] = [lines[0]?.sequence ?? 1, Math.min(lines.at(-1)?.sequence ?? 0, last)];
    return from > to ? new Map() : this.record.texts(this.asked.workflow, { from, to });
  }

  /** From the ledger's last line to the first that somebody has. */
  private gap(sources: readonly Source<Name>[] = this.asked.sources): Range | null {
    const ends = sources.map(({ name }) => this.gaps.get(name)?.to ?? 0);
    const to = Math.min(...ends.filter((end) => end > this.reached));
    return to === Infinity ? null : { from: this.reached + 1, to };
  }
}
