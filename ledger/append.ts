/** Writing recordings: many in one transaction, each line linked to the one before it, what is there already passed over. */
import { sql, type Transaction } from 'kysely';
import { chainOf, genesis, hashOf, headOf, canonical, type Link } from './chain';
import { derive } from './derived/derive';
import { JournalGap } from './errors';
import { insertOf, type Column } from './insert-rows';
import { lastOf } from './last-of';
import { decidedBy, textOr } from './line-fields';
import type { RecordedLine, Recording } from './recording';
import type { ChainRow, Tables, WorkflowRow } from './tables';

/** Of each recording whether it is kept now, or why not. */
export type Kept = Error | null;

/** Keeps the recordings in the order given. One that leaves a gap is not kept; the others are. */
export async function append(
  tx: Transaction<Tables>,
  recordings: readonly Recording[],
): Promise<readonly Kept[]> {
  const chains = await lockChains(tx, recordings);
  const workflows = await readWorkflows(tx, recordings);
  const links: Linked[] = [];
  const kept = recordings.map((recording): Kept => {
    const added = linked(recording, chains, workflows);
    if (added instanceof Error) return added;
    links.push(...added);
    return null;
  });
  if (links.length === 0) return kept;
  await write(tx, links);
  return kept;
}

interface Linked extends Link {
  readonly chain: string;
  readonly line: RecordedLine;
}

async function write(tx: Transaction<Tables>, links: readonly Linked[]): Promise<void> {
  await writeWorkflows(
    tx,
    lastOf(links, ({ workflow }) => workflow),
  );
  await insertOf('journal', journalColumns(links)).execute(tx);
  await writeChains(
    tx,
    lastOf(links, ({ chain }) => chain),
  );
  await derive(tx, links);
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

async function readWorkflows(
  tx: Transaction<Tables>,
  recordings: readonly Recording[],
): Promise<Map<string, WorkflowRow>> {
  const ids = [...new Set(recordings.map(({ workflow }) => workflow))];
  const rows = await tx.selectFrom('workflows').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
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

async function writeWorkflows(tx: Transaction<Tables>, ends: readonly Linked[]): Promise<void> {
  const insert = insertOf('workflows', {
    id: texts(ends, ({ workflow }) => workflow),
    chain: texts(ends, ({ chain }) => chain),
    sequence: numbers(ends, ({ sequence }) => sequence),
    hash: texts(ends, ({ hash }) => hash),
  });
  await sql`${insert} on conflict (id) do update
    set sequence = excluded.sequence, hash = excluded.hash`.execute(tx);
}

async function writeChains(tx: Transaction<Tables>, ends: readonly Linked[]): Promise<void> {
  const { ids, ordinals, heads } = {
    ids: ends.map(({ chain }) => chain),
    ordinals: ends.map(({ ordinal }) => ordinal),
    heads: ends.map(({ head }) => head),
  };
  await sql`update chains set ordinal = ends.ordinal, head = ends.head
    from unnest(${ids}::text[], ${ordinals}::integer[], ${heads}::text[])
      as ends (id, ordinal, head)
    where chains.id = ends.id`.execute(tx);
}

function journalColumns(links: readonly Linked[]): Readonly<Record<string, Column>> {
  return {
    workflow: texts(links, ({ workflow }) => workflow),
    sequence: numbers(links, ({ sequence }) => sequence),
    chain: texts(links, ({ chain }) => chain),
    ordinal: numbers(links, ({ ordinal }) => ordinal),
    at: texts(links, ({ line }) => textOr(line['at'], '')),
    kind: texts(links, ({ line }) => textOr(line['kind'], '')),
    event: texts(links, ({ line }) => textOr(line['event'], '')),
    decided_by: texts(links, ({ line }) => decidedBy(line)),
    text: texts(links, ({ text }) => text),
    hash: texts(links, ({ hash }) => hash),
    head: texts(links, ({ head }) => head),
  };
}

function texts(links: readonly Linked[], of: (link: Linked) => string | null): Column {
  return { type: 'text', values: links.map(of) };
}

function numbers(links: readonly Linked[], of: (link: Linked) => number): Column {
  return { type: 'integer', values: links.map(of) };
}
