/** Writing recordings: many in one transaction, each line linked to the one before it, what is there already passed over. */
import { sql, type Insertable, type Transaction } from 'kysely';
import { chainOf, genesis, hashOf, headOf, canonical, type Link } from './chain';
import { derive } from './derived/derive';
import { JournalGap } from './errors';
import { lastOf } from './last-of';
import { decidedBy, textOr } from './line-fields';
import type { RecordedLine, Recording } from './recording';
import type { ChainRow, JournalRow, Tables, WorkflowRow } from './tables';

/** Rows in one statement: PostgreSQL takes 65,535 values. */
const rowsAtOnce = 1000;

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
  await writeWorkflows(tx, lastOf(links, ({ workflow }) => workflow).map(workflowRow));
  for (let from = 0; from < links.length; from += rowsAtOnce) {
    const rows = links.slice(from, from + rowsAtOnce).map(journalRow);
    await tx.insertInto('journal').values(rows).execute();
  }
  for (const { chain: id, ordinal, head } of lastOf(links, ({ chain }) => chain))
    await tx.updateTable('chains').set({ ordinal, head }).where('id', '=', id).execute();
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

async function writeWorkflows(
  tx: Transaction<Tables>,
  rows: readonly WorkflowRow[],
): Promise<void> {
  await tx
    .insertInto('workflows')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ sequence: sql`excluded.sequence`, hash: sql`excluded.hash` }),
    )
    .execute();
}

function workflowRow({ workflow: id, chain, sequence, hash }: Linked): WorkflowRow {
  return { id, chain, sequence, hash };
}

function journalRow({ line, ...link }: Linked): Insertable<JournalRow> {
  return {
    ...link,
    at: textOr(line['at'], ''),
    kind: textOr(line['kind'], ''),
    event: textOr(line['event'], ''),
    decided_by: decidedBy(line),
  };
}
