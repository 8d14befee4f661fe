/** Which files were filed with what. */
import { sql, type Kysely } from 'kysely';
import { apart } from './apart';
import { filesNamedIn, type NamedFile } from './evidence/named';
import type { RecordedLine } from './recording';
import type { EvidenceRow, JournalRow, Tables } from './tables';

/** A file with the line it was filed by. */
export type FiledEvidence = EvidenceRow & Pick<JournalRow, 'at' | 'event' | 'decided_by'>;

/** In the order in which they were filed. */
export async function evidenceOf(
  db: Kysely<Tables>,
  workflow: string,
): Promise<readonly FiledEvidence[]> {
  return db
    .selectFrom('evidence')
    .innerJoin('journal', (join) =>
      join
        .onRef('journal.workflow', '=', 'evidence.workflow')
        .onRef('journal.sequence', '=', 'evidence.sequence'),
    )
    .selectAll('evidence')
    .select(['journal.at', 'journal.event', 'journal.decided_by'])
    .where('evidence.workflow', '=', workflow)
    .orderBy('evidence.sequence')
    .orderBy('evidence.ordinal')
    .execute();
}

/** Every line that names this content, in the order of recording within each workflow. */
export async function evidenceNamed(
  db: Kysely<Tables>,
  sha256: string,
): Promise<readonly EvidenceRow[]> {
  return db
    .selectFrom('evidence')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('workflow')
    .orderBy('sequence')
    .orderBy('ordinal')
    .execute();
}

/** A file and the line that names it. */
export interface LineEvidence extends NamedFile {
  readonly rectification: string;
  readonly workflow: string;
  readonly sequence: number;
}

/** Lines held in memory at a time. */
const page = 2000;

/**
 * Every file that any line names, by the lines themselves: the table beside them could have lost a row together with its file.
 * In the order of recording, rectification by rectification.
 *
 * @param rectification only this one's; all of them where it is null
 */
export async function* evidenceInLines(
  db: Kysely<Tables>,
  rectification: string | null = null,
): AsyncIterable<LineEvidence> {
  for (let last = { chain: '', ordinal: 0 }; ;) {
    const rows = await apart(db, (tx) =>
      tx
        .selectFrom('journal')
        .select(['chain', 'ordinal', 'workflow', 'sequence', 'text'])
        .where('text', 'like', '%"evidence":[%')
        .$if(rectification !== null, (query) => query.where('chain', '=', rectification))
        .where(sql<boolean>`(chain, ordinal) > (${last.chain}, ${last.ordinal})`)
        .orderBy('chain')
        .orderBy('ordinal')
        .limit(page)
        .execute(),
    );
    for (const { chain, workflow, sequence, text } of rows)
      for (const file of filesNamedIn(parsed(text)))
        yield { rectification: chain, workflow, sequence, ...file };
    last = rows.at(-1) ?? last;
    if (rows.length < page) return;
  }
}

/** A line that is no JSON any more is the chain's to name. */
function parsed(text: string): RecordedLine {
  try {
    return JSON.parse(text) as RecordedLine;
  } catch {
    return { sequence: 0 };
  }
}
