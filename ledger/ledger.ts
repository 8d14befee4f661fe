/** 台账: the record that outlasts the workflows. */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { apart } from './apart';
import { archivesOf, type Archives } from './archive/archives';
import {
  claim,
  deliveriesOf,
  settle,
  type Claim,
  type DeliveryFilter,
  type Settlement,
} from './deliveries';
import { authorPartOf, documentsOf, keepAuthorPart, noteDocument } from './documents';
import { draftsOf, type Drafts } from './drafts';
import { startEmbedded } from './embedded';
import { feedsOf, type Feeds } from './feeds';
import { figuresOf, ping, type Figures } from './figures';
import { keepingOf, type Keeping } from './keeping/keeping';
import { migrate } from './migrate';
import { overviewOf, type Overview } from './overview';
import { counts, hasHead, heads, linesOf, peopleOf, rectificationsOf, type Count } from './read';
import {
  evidenceInLines,
  evidenceNamed,
  evidenceOf,
  type FiledEvidence,
  type LineEvidence,
} from './read-evidence';
import { latestLines, type LatestLine } from './read-latest';
import { journalPage, type JournalPage } from './read-journal';
import { linesOfRectification, type ChainLine } from './read-rectification';
import type { RecordedLine } from './recording';
import { refusalsOf, type Refusals } from './refusals';
import { searchLines, type LineFilter } from './search/lines';
import { problems, type Page, type ProblemFilter } from './search/problems';
import type {
  AuthorPartRow,
  ChainRow,
  DeliveryRow,
  DocumentRow,
  EvidenceRow,
  JournalRow,
  PersonRow,
  ProblemRow,
  RectificationRow,
  Tables,
} from './tables';
import { tokensOf, type Tokens } from './tokens';
import { verify, type Verified } from './verify';
import { Writer } from './writer';

export interface Ledger {
  /** Where others of this machine, or of others, reach the same ledger. */
  readonly url: string;
  /**
   * Keeps lines in order, each (workflow, sequence) once: what is there already is passed over. Durable when it resolves.
   *
   * @throws JournalGap when lines before these are missing; the database's errors: nothing is kept then, write it again
   */
  readonly append: (workflow: string, lines: readonly RecordedLine[]) => Promise<void>;
  /** All lines of a workflow, in order; none when it is unknown. */
  readonly read: (workflow: string) => Promise<readonly RecordedLine[]>;
  /** The newest accepted line of any of these events in each of these workflows. */
  readonly latest: (
    workflows: readonly string[],
    events: readonly string[],
  ) => Promise<readonly LatestLine[]>;
  /** Its lines a page at a time. */
  readonly journal: (workflow: string, page: JournalPage) => Promise<readonly RecordedLine[]>;
  /** All lines of a rectification's workflows, in the order of recording; none when it is unknown. */
  readonly readRectification: (rectification: string) => Promise<readonly ChainLine[]>;
  /** In the order of rectification and list; all of them, or a page. */
  readonly problems: (filter: ProblemFilter, page?: Page) => Promise<readonly ProblemRow[]>;
  /** Lines in which people wrote all the words, or which a person decided, newest first. */
  readonly searchLines: (filter: LineFilter) => Promise<readonly JournalRow[]>;
  readonly counts: () => Promise<readonly Count[]>;
  /** How far each rectification's chain has come: what has changed since somebody looked. */
  readonly heads: () => Promise<readonly Pick<ChainRow, 'id' | 'ordinal'>[]>;
  /** By unit and id; those of these ids, or all. */
  readonly rectifications: (ids?: readonly string[]) => Promise<readonly RectificationRow[]>;
  readonly people: (rectification: string) => Promise<readonly PersonRow[]>;
  /** True when the rectification's chain has ever had this head. */
  readonly hasHead: (rectification: string, head: string) => Promise<boolean>;
  /** The files that were filed with a workflow's lines, in that order. */
  readonly evidence: (workflow: string) => Promise<readonly FiledEvidence[]>;
  /** By which lines a file was filed: who may see one of them may see the file. */
  readonly evidenceNamed: (sha256: string) => Promise<readonly EvidenceRow[]>;
  /** Every file that any line names, for `verifyEvidence`. */
  readonly evidenceInLines: () => AsyncIterable<LineEvidence>;
  readonly noteDocument: (document: DocumentRow) => Promise<void>;
  readonly documents: (rectification: string) => Promise<readonly DocumentRow[]>;
  readonly keepAuthorPart: (part: AuthorPartRow) => Promise<void>;
  /** What was written last for the documents of a rectification; null: nothing yet. */
  readonly authorPart: (rectification: string) => Promise<AuthorPartRow | null>;
  readonly drafts: Drafts;
  /** Takes a message up; the row says whether it is sent already. */
  readonly claimDelivery: (message: Claim) => Promise<DeliveryRow>;
  readonly settleDelivery: (settlement: Settlement) => Promise<void>;
  /** Newest first. */
  readonly deliveries: (filter: DeliveryFilter) => Promise<readonly DeliveryRow[]>;
  /** Sums of all there is. */
  readonly figures: () => Promise<Figures>;
  /** @throws the database's errors when it does not answer */
  readonly ping: () => Promise<void>;
  readonly verify: (tell?: (lines: number) => void) => Promise<Verified>;
  readonly refusals: Refusals;
  readonly tokens: Tokens;
  readonly overview: Overview;
  readonly feeds: Feeds;
  readonly keeping: Keeping;
  readonly archives: Archives;
  /** Resolves when an embedded database has ended of itself, with what ended it; a server's may come back. */
  readonly lost: Promise<Error>;
  readonly close: () => Promise<void>;
}

/** Connections of one process: one writes, the others look things up. */
const connections = 4;
/** How long a database that does not answer is waited for, ms. */
const connectWithin = 10_000;

export interface Opening {
  /** How long it may take to connect, and then each answer, ms; answers may take any time where it is not given. */
  readonly withinMs?: number;
}

/**
 * A ledger in a PostgreSQL database, its tables brought to this version's.
 *
 * @param url `postgresql://…`, as PostgreSQL's own programs take it
 * @throws LedgerTooNew; the database's errors when it cannot be reached
 */
export async function openLedger(url: string, { withinMs }: Opening = {}): Promise<Ledger> {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: withinMs ?? connectWithin,
    ...(withinMs === undefined ? {} : { query_timeout: withinMs }),
  });
  // A connection that is lost ends the question it is asked, or none; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db as unknown as Kysely<unknown>);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const writer = new Writer(db);
  return {
    url,
    append: (workflow, lines) => writer.write({ workflow, lines }),
    read: (workflow) => linesOf(db, workflow),
    latest: (workflows, events) => latestLines(db, workflows, events),
    journal: (workflow, page) => apart(db, (tx) => journalPage(tx, workflow, page)),
    readRectification: (rectification) => linesOfRectification(db, rectification),
    problems: (filter, page) => problems(db, filter, page),
    searchLines: (filter) => apart(db, (tx) => searchLines(tx, filter)),
    counts: () => apart(db, counts),
    heads: () => heads(db),
    rectifications: (ids) => rectificationsOf(db, ids),
    people: (rectification) => peopleOf(db, rectification),
    hasHead: (rectification, head) => apart(db, (tx) => hasHead(tx, rectification, head)),
    evidence: (workflow) => evidenceOf(db, workflow),
    evidenceNamed: (sha256) => apart(db, (tx) => evidenceNamed(tx, sha256)),
    evidenceInLines: () => evidenceInLines(db),
    noteDocument: (document) => apart(db, (tx) => noteDocument(tx, document)),
    documents: (rectification) => apart(db, (tx) => documentsOf(tx, rectification)),
    keepAuthorPart: (part) => apart(db, (tx) => keepAuthorPart(tx, part)),
    authorPart: (rectification) => apart(db, (tx) => authorPartOf(tx, rectification)),
    drafts: draftsOf(db),
    claimDelivery: (message) => apart(db, (tx) => claim(tx, message)),
    settleDelivery: (settlement) => apart(db, (tx) => settle(tx, settlement)),
    deliveries: (filter) => apart(db, (tx) => deliveriesOf(tx, filter)),
    figures: () => apart(db, figuresOf),
    ping: () => apart(db, ping),
    verify: (tell) => verify(db, tell),
    refusals: refusalsOf(db),
    tokens: tokensOf(db),
    overview: overviewOf(db),
    feeds: feedsOf(db),
    keeping: keepingOf(db),
    archives: archivesOf(db),
    lost: new Promise(() => undefined),
    close: () => db.destroy(),
  };
}

/**
 * A ledger in a folder, with a database inside this process. One process a folder: the caller holds its lock.
 *
 * @param folder made where it is missing
 */
export async function openEmbeddedLedger(folder: string): Promise<Ledger> {
  const { url, lost, stop } = await startEmbedded(folder);
  try {
    const ledger = await openLedger(url);
    return {
      ...ledger,
      lost,
      close: async () => {
        await ledger.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
