/** Writing recordings: many in one transaction, each line linked to the one before it, what is there already passed over. */
import { sql, type RawBuilder, type Transaction } from 'kysely';
import { chainOf, genesis, hashOf, headOf, canonical, type Link } from './chain';
import { derive } from './derived/derive';
import { askBefore, beforeIn } from './derived/before';
import { JournalGap } from './errors';
import { insertOf, upsertOf } from './insert-rows';
import { lastOf } from './last-of';
import { decidedBy, textOr } from './line-fields';
import type { RecordedLine, Recording } from './recording';
import type { ChainRow, JournalRow, Tables, WorkflowRow } from './tables';
import { readTogether, writeTogether } from './together';

/** Of each recording whether it is kept now, or why not. */
export type Kept = Error | null;

/** Keeps the recordings in the order given. One that leaves a gap is not kept; the others are. */
export async function append(
  tx: Transaction<Tables>,
  recordings: readonly Recording[],
): Promise<readonly Kept[]> {
  const chains = await lockChains(tx, recordings);
  // Not before: until they are locked somebody else may be writing.
  const { workflows, ...before } = await readTogether(tx, {
    workflows: askWorkflows(recordings),
    ...askBefore(
      recordings.flatMap(({ workflow, lines }) => lines.map((line) => ({ workflow, line }))),
    ),
  });
  const ends = new Map(workflows.map((row) => [row.id, row]));
  const links: Linked[] = [];
  const kept = recordings.map((recording): Kept => {
    const added = linked(recording, chains, ends);
    if (added instanceof Error) return added;
    links.push(...added);
    return null;
  });
  if (links.length === 0) return kept;
  await writeTogether(tx, [...linkedWrites(links), ...derive(links, beforeIn(before))]);
  return kept;
}

interface Linked extends Link {
  readonly chain: string;
  readonly line: RecordedLine;
}

/** Made where they are missing. In the order of their ids, so that no two writers wait for each other. */
async function lockChains(
  tx: Transaction<Tables>,
  recordings: readonly Recording[],
): Promise<Map<string, ChainRow>> {
  const ids = [...new Set(recordings.map(({ workflow }) => chainOf(workflow)))].sort();
  const rows = await tx
    .insertInto('chains')
    .values(ids.map((id) => ({ id, ordinal: 0, head: genesis(id) })))
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: sql`excluded.id` }))
    .returningAll()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function askWorkflows(recordings: readonly Recording[]): RawBuilder<WorkflowRow> {
  const ids = [...new Set(recordings.map(({ workflow }) => workflow))];
  return sql`select id, chain, sequence, hash from workflows where id = any(${ids})`;
}

/** The links of a recording's new lines; moves its chain's and its workflow's ends along. */
function linked(
  { workflow, lines }: Recording,
  chains: Map<string, ChainRow>,
  workflows: Map<string, WorkflowRow>,
): readonly Linked[] | JournalGap {
  const id = chainOf(workflow);
  let chain = chains.get(id) ?? { id, ordinal: 0, head: genesis(id) };
  let last = workflows.get(workflow) ?? {
    ...{ id: workflow, chain: id, sequence: 0, hash: genesis(workflow) },
  };
  const links: Linked[] = [];
  for (const line of lines) {
    const { sequence } = line;
    if (sequence <= last.sequence) continue;
    if (sequence !== last.sequence + 1) return new JournalGap(workflow, last.sequence, sequence);
    const text = canonical(line);
    const hash = hashOf(last.hash, workflow, text);
    const [ordinal, head] = [chain.ordinal + 1, headOf(chain.head, hash)];
    links.push({ workflow, sequence, text, hash, ordinal, head, chain: id, line });
    last = { ...last, sequence, hash };
    chain = { id, ordinal, head };
  }
  chains.set(id, chain);
  workflows.set(workflow, last);
  return links;
}

function linkedWrites(links: readonly Linked[]): readonly RawBuilder<unknown>[] {
  return [
    writeWorkflows(lastOf(links, ({ workflow }) => workflow)),
    insertOf<JournalRow>('journal', journalColumns, links.map(journalRow)),
    writeChains(lastOf(links, ({ chain }) => chain)),
  ];
}

function writeWorkflows(ends: readonly Linked[]): RawBuilder<unknown> {
  return upsertOf<WorkflowRow>(
    'workflows',
    { id: 'text', chain: 'text', sequence: 'integer', hash: 'text' },
    ['id'],
    ends.map(({ workflow: id, chain, sequence, hash }) => ({ id, chain, sequence, hash })),
  );
}

function writeChains(ends: readonly Linked[]): RawBuilder<unknown> {
  const ids = ends.map(({ chain }) => chain);
  const ordinals = ends.map(({ ordinal }) => ordinal);
  const heads = ends.map(({ head }) => head);
  return sql`update chains set ordinal = ends.ordinal, head = ends.head
    from unnest(${ids}::text[], ${ordinals}::integer[], ${heads}::text[])
      as ends (id, ordinal, head)
    where chains.id = ends.id`;
}

const journalColumns = {
  workflow: 'text',
  sequence: 'integer',
  chain: 'text',
  ordinal: 'integer',
  at: 'text',
  kind: 'text',
  event: 'text',
  decided_by: 'text',
  text: 'text',
  hash: 'text',
  head: 'text',
} as const;

function journalRow({ line, ...link }: Linked): JournalRow {
  return {
    ...link,
    at: textOr(line['at'], ''),
    kind: textOr(line['kind'], ''),
    event: textOr(line['event'], ''),
    decided_by: decidedBy(line),
  };
}
