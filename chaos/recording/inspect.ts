/** A store after a kill, its ledger opened again: what is there is judged, then reconciled, and judged again. */
import { reconcileAll } from '../../cli/reconcile/reconcile-all';
import { stillWrong, type Report } from '../../cli/reconcile/report';
import { createEvidenceFolder, verifyEvidence, type Ledger } from '../../ledger';
import type { Book } from './book';
import type { Findings } from './findings';
import { inspectAgreement, inspectLines } from './inspect-lines';
import type { MessageInspection } from './inspect-messages';
import { placesIn } from './places';

export interface Inspection {
  readonly seed: number;
  readonly store: string;
  readonly book: Book;
  readonly messages: MessageInspection;
  readonly findings: Findings;
}

/** @returns how many files its lines name */
export async function inspect(ledger: Ledger, inspection: Inspection): Promise<number> {
  const { store, book, messages, findings } = inspection;
  await inspectLines(ledger, inspection, book, findings);
  await inspectChain(ledger, findings);
  const files = await inspectEvidence(ledger, store, findings);
  await messages.inspect(ledger, book);
  const report = await reconciled(ledger, store);
  const lines = report.behind.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  findings.count({ repaired: lines, behind: lines > 0 ? 1 : 0 });
  findings.lose('derived', ...report.derived.map(({ table, rows }) => `${table}: ${rows}`));
  if (stillWrong(report) > 0) findings.lose('unrepaired', JSON.stringify(report));
  await inspectAgreement(ledger, store, findings);
  if (lines > 0) await inspectChain(ledger, findings);
  return files;
}

/** 数据核对 as `zhenggai reconcile` does it, without Temporal. */
export function reconciled(ledger: Ledger, store: string, dryRun = false): Promise<Report> {
  return reconcileAll({
    ...{ ledger, dryRun, temporal: 'there is none here' },
    folder: placesIn(store).journal,
    // Compared apart, against what was filed: `inspectEvidence`.
    evidence: null,
    tellWaiting: () => Promise.resolve(0),
    onEvidence: () => undefined,
    onProgress: () => undefined,
    onDeriving: () => undefined,
  });
}

async function inspectChain(ledger: Ledger, findings: Findings): Promise<void> {
  const { faults } = await ledger.verify();
  findings.lose(
    'faults',
    ...faults.map(({ workflow, sequence, kind }) => `${workflow} ${sequence}: ${kind}`),
  );
}

async function inspectEvidence(ledger: Ledger, store: string, findings: Findings): Promise<number> {
  const folder = createEvidenceFolder(placesIn(store).evidence);
  const { faults, files } = await verifyEvidence(ledger.evidenceInLines(), folder);
  findings.lose(
    'evidence',
    ...faults.map(
      ({ workflow, sequence, name, kind }) => `${workflow} ${sequence} ${name}: ${kind}`,
    ),
  );
  return files;
}
