/** 数据核对 of everything: each workflow that Temporal, the files or the ledger know of, some at a time. */
import type { HeldWorkflow } from '../../client';
import { mapBounded } from '../../client/bounded';
import type { EvidenceStore, Ledger } from '../../ledger';
import { verifyEvidence } from '../../ledger/evidence/verify-evidence';
import { reconcile } from '../../ledger/keeping/reconcile';
import { fileHoldings, temporalHoldings, type Holdings, type Temporal } from './holdings';
import { addTo, emptyReport, type Draft, type EvidenceReport, type Report } from './report';

export interface ReconcilingAll {
  readonly ledger: Pick<Ledger, 'append' | 'keeping' | 'evidenceInLines'>;
  /** Or why there is none. */
  readonly temporal: Temporal | string;
  /** Where the store keeps its journal files; they need not be there. */
  readonly folder: string;
  /** Null where nobody wants the files of evidence read. */
  readonly evidence: Pick<EvidenceStore, 'check' | 'list'> | null;
  /** Tells the ledger of refused commands that wait in the store; of how many, or with a dry run how many there are. */
  readonly tellWaiting: () => Promise<number>;
  readonly dryRun: boolean;
  readonly onProgress: (done: number, of: number) => void;
  readonly onDeriving: (lines: number) => void;
  readonly onEvidence: (files: number, bytes: number) => void;
}

/** Workflows under way at once: each holds a page of its history in memory. */
const atOnce = 4;

export async function reconcileAll(asked: ReconcilingAll): Promise<Report> {
  const { ledger, temporal, folder, dryRun } = asked;
  const isThere = typeof temporal !== 'string';
  const report = emptyReport(dryRun, isThere ? null : temporal);
  const kept = await ledger.keeping.workflows();
  const held = isThere ? await temporalHoldings(temporal) : null;
  const files = await fileHoldings(folder, [...kept, ...(held?.workflows ?? [])]);
  const sources = held === null ? [files] : [held, files];
  await compareEach(asked, [kept, ...sources.map(({ workflows }) => workflows)], sources, report);
  if (isThere && held !== null) await askTemporal(asked, temporal, held.all, report);
  report.nameless = [...files.nameless];
  report.unreadable = [...files.unreadable];
  report.derived = [...(await ledger.keeping.deriveDiffering(dryRun, asked.onDeriving))];
  report.refusals = await asked.tellWaiting();
  if (asked.evidence !== null) report.evidence = await compareEvidence(asked, asked.evidence);
  return report;
}

async function compareEach(
  { ledger, dryRun, onProgress }: ReconcilingAll,
  known: readonly (readonly string[])[],
  holdings: readonly Holdings[],
  report: Draft,
): Promise<void> {
  const workflows = [...new Set(known.flat())].sort();
  const { append, keeping } = ledger;
  let done = 0;
  const found = await mapBounded(workflows, atOnce, async (workflow) => {
    const last = await keeping.end(workflow);
    const sources = holdings.flatMap((holding) => holding.source(workflow) ?? []);
    const record = { append, texts: keeping.texts };
    const one = await reconcile(record, { workflow, last, sources, dryRun });
    onProgress((done += 1), workflows.length);
    return one;
  });
  for (const one of found) addTo(report, one);
}

/** What only Temporal can say: what still waits to be recorded there, and what it does not have any more. */
async function askTemporal(
  { ledger }: ReconcilingAll,
  temporal: Temporal,
  held: ReadonlyMap<string, HeldWorkflow>,
  report: Draft,
): Promise<void> {
  const open = await ledger.keeping.open();
  const gone = await mapBounded(open, atOnce, async (workflow) => {
    // The index is a moment behind: what it does not know is asked for by its name.
    const isThere = held.has(workflow) || (await temporal.heldOne(workflow)) !== null;
    return isThere ? [] : [workflow];
  });
  report.gone.push(...gone.flat());
  const running = [...held.values()].filter((one) => one.open);
  let hasWorker = true;
  await mapBounded(running, atOnce, async ({ workflow }) => {
    const lines = hasWorker ? await temporal.unrecorded(workflow) : 0;
    if (lines === null) hasWorker = false;
    else if (lines > 0) report.waiting.push({ workflow, lines });
  });
}

/** By the lines, once the ledger has them all: what they name must be there, and what is there may be unnamed. */
async function compareEvidence(
  { ledger, onEvidence }: ReconcilingAll,
  store: Pick<EvidenceStore, 'check' | 'list'>,
): Promise<EvidenceReport> {
  const named = new Set<string>();
  const naming = async function* () {
    for await (const file of ledger.evidenceInLines()) {
      named.add(file.sha256);
      yield file;
    }
  };
  const { files, faults } = await verifyEvidence(naming(), store, onEvidence);
  let unnamed = 0;
  for await (const { sha256 } of store.list()) if (!named.has(sha256)) unnamed += 1;
  return { files, faults, unnamed };
}
