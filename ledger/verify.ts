/** 核验: reads the whole record and works every hash out anew. */
import type { Kysely } from 'kysely';
import { apart } from './apart';
import { genesis, hashOf, headOf } from './chain';
import { decidedBy, textOr } from './line-fields';
import type { RecordedLine } from './recording';
import type { ChainRow, JournalRow, Tables, WorkflowRow } from './tables';

/**
 * - `missing`: a line that must be there is not;
 * - `moved`: a line stands at another's place;
 * - `altered`: its text, or what is kept beside it, is not what was recorded;
 * - `cut`: the last lines are gone.
 */
export type FaultKind = 'missing' | 'moved' | 'altered' | 'cut';

/** The first thing that is wrong in one rectification's chain; what follows cannot be judged. */
export interface Fault {
  readonly kind: FaultKind;
  readonly rectification: string;
  readonly workflow: string;
  readonly sequence: number;
}

export interface Verified {
  readonly rectifications: readonly VerifiedChain[];
  readonly lines: number;
  readonly faults: readonly Fault[];
}

export interface VerifiedChain {
  readonly rectification: string;
  readonly lines: number;
  /** Note it elsewhere: it stands for every line up to here. */
  readonly head: string;
}

/** Lines held in memory at a time. */
const page = 2000;

/**
 * Judges what was recorded when it began; what is recorded meanwhile is left for the next time.
 *
 * @param tell is told after each page how many lines have been read
 * @param rectification only this one's; all of them where it is null
 */
export async function verify(
  db: Kysely<Tables>,
  tell: (lines: number) => void = () => undefined,
  rectification: string | null = null,
): Promise<Verified> {
  const rectifications: VerifiedChain[] = [];
  const faults: Fault[] = [];
  let lines = 0;
  for (const ends of await endsOf(db, rectification)) {
    const { id, head } = ends.chain;
    const before = lines;
    const fault = await faultIn(db, ends, (more) => tell((lines += more)));
    if (fault !== null) faults.push(fault);
    rectifications.push({ rectification: id, lines: lines - before, head });
  }
  return { rectifications, lines, faults };
}

/** A chain and its workflows as they stood at one moment. */
interface Ends {
  readonly chain: ChainRow;
  readonly workflows: readonly Omit<WorkflowRow, 'chain'>[];
}

/** One question, so that nothing is recorded between two answers. */
async function endsOf(db: Kysely<Tables>, rectification: string | null): Promise<readonly Ends[]> {
  const rows = await apart(db, (tx) =>
    tx
      .selectFrom('chains')
      .innerJoin('workflows', 'workflows.chain', 'chains.id')
      .select(['chains.id as chain', 'chains.ordinal', 'chains.head'])
      .select(['workflows.id', 'workflows.sequence', 'workflows.hash'])
      .$if(rectification !== null, (query) => query.where('chains.id', '=', rectification))
      .orderBy('chains.id')
      .orderBy('workflows.id')
      .execute(),
  );
  const ends = new Map<
    string,
    { readonly chain: ChainRow; workflows: Omit<WorkflowRow, 'chain'>[] }
  >();
  for (const { chain, ordinal, head, ...workflow } of rows) {
    const known = ends.get(chain) ?? { chain: { id: chain, ordinal, head }, workflows: [] };
    known.workflows.push(workflow);
    ends.set(chain, known);
  }
  return [...ends.values()];
}

async function faultIn(
  db: Kysely<Tables>,
  { chain, workflows }: Ends,
  tell: (lines: number) => void,
): Promise<Fault | null> {
  const walk = new Walk(chain.id);
  for (;;) {
    const rows = await apart(db, (tx) =>
      tx
        .selectFrom('journal')
        .selectAll()
        .where('chain', '=', chain.id)
        .where('ordinal', '>', walk.ordinal)
        .where('ordinal', '<=', chain.ordinal)
        .orderBy('ordinal')
        .limit(page)
        .execute(),
    );
    for (const row of rows) {
      const fault = walk.faultOf(row);
      if (fault !== null) return foundElsewhere(db, fault);
    }
    tell(rows.length);
    if (rows.length < page) break;
  }
  return walk.faultAtEnd(chain, workflows);
}

/** A line that is missing at its place may stand at another. */
async function foundElsewhere(db: Kysely<Tables>, fault: Fault): Promise<Fault> {
  if (fault.kind !== 'missing') return fault;
  const found = await apart(db, (tx) =>
    tx
      .selectFrom('journal')
      .select('sequence')
      .where('workflow', '=', fault.workflow)
      .where('sequence', '=', fault.sequence)
      .executeTakeFirst(),
  );
  return found === undefined ? fault : { ...fault, kind: 'moved' };
}

/** Goes along a chain in the order of recording. */
class Walk {
  ordinal = 0;
  private whole = true;
  private readonly rectification: string;
  private head: string;
  private readonly ends = new Map<string, { readonly sequence: number; readonly hash: string }>();

  constructor(rectification: string) {
    this.rectification = rectification;
    this.head = genesis(rectification);
  }

  faultOf(row: JournalRow): Fault | null {
    const { workflow, sequence, text, hash, head, ordinal } = row;
    const last = this.endOf(workflow);
    const line = parsed(text);
    if (sequence !== last.sequence + 1)
      return this.fault(
        sequence > last.sequence ? 'missing' : 'moved',
        workflow,
        last.sequence + 1,
      );
    // Whose line is gone shows where its workflow goes on, or at the end.
    const follows = ordinal === this.ordinal + 1;
    this.whole &&= follows;
    if (line !== null && line.sequence !== sequence) return this.fault('moved', workflow, sequence);
    if (
      line === null ||
      hashOf(last.hash, workflow, text) !== hash ||
      (follows && headOf(this.head, hash) !== head) ||
      !isBeside(row, line)
    )
      return this.fault('altered', workflow, sequence);
    this.ends.set(workflow, { sequence, hash });
    this.ordinal = ordinal;
    this.head = head;
    return null;
  }

  faultAtEnd(chain: ChainRow, workflows: Ends['workflows']): Fault | null {
    for (const { id, sequence, hash } of workflows) {
      const last = this.endOf(id);
      if (last.sequence < sequence) return this.fault('cut', id, last.sequence + 1);
      if (last.sequence !== sequence || last.hash !== hash)
        return this.fault('altered', id, sequence);
    }
    if (!this.whole) return this.fault('missing', chain.id, this.ordinal);
    const isWhole = chain.ordinal === this.ordinal && chain.head === this.head;
    return isWhole ? null : this.fault('altered', chain.id, chain.ordinal);
  }

  private endOf(workflow: string) {
    return this.ends.get(workflow) ?? { sequence: 0, hash: genesis(workflow) };
  }

  private fault(kind: FaultKind, workflow: string, sequence: number): Fault {
    return { kind, rectification: this.rectification, workflow, sequence };
  }
}

function parsed(text: string): RecordedLine | null {
  try {
    const value = JSON.parse(text) as RecordedLine | null;
    return typeof value?.sequence === 'number' ? value : null;
  } catch {
    return null;
  }
}

/** What was taken out of the line to be looked for is what the line says. */
function isBeside(row: JournalRow, line: RecordedLine): boolean {
  return (
    row.at === textOr(line['at'], '') &&
    row.kind === textOr(line['kind'], '') &&
    row.event === textOr(line['event'], '') &&
    row.decided_by === decidedBy(line)
  );
}
