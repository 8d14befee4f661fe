/** What a reconciling found, added up as it goes. Pure. */
import type { DerivedDiffering, EvidenceFault, Range, Reconciled } from '../../ledger';
import type { SourceName } from './holdings';

type OfWorkflow<Fact> = Fact & { readonly workflow: string };

export interface Report {
  readonly dryRun: boolean;
  /** Null when it was compared; else why it was not. */
  readonly withoutTemporal: string | null;
  readonly sums: Readonly<Record<string, Sum>>;
  /** What the ledger lacked: appended, or with a dry run to be. */
  readonly behind: readonly OfWorkflow<Range>[];
  /** The ledger has more than Temporal. */
  readonly ahead: readonly OfWorkflow<{ readonly ledger: number; readonly temporal: number }>[];
  /** Lines that nobody has any more. */
  readonly gaps: readonly OfWorkflow<Range>[];
  /** Lines that the ledger has otherwise. */
  readonly differing: readonly OfWorkflow<{
    readonly source: SourceName;
    readonly sequence: number;
  }>[];
  /** Not over by the ledger, and Temporal has no such workflow. */
  readonly gone: readonly string[];
  /** Lines that wait in a workflow's state for its worker to record them. */
  readonly waiting: readonly OfWorkflow<{ readonly lines: number }>[];
  /** Journal files of which nobody can tell whose they are. */
  readonly nameless: readonly string[];
  /** Workflows whose journal file cannot be read. */
  readonly unreadable: readonly string[];
  readonly derived: readonly DerivedDiffering[];
  /** Refusals that had waited in the store. */
  readonly refusals: number;
  /** Null where it was not compared. */
  readonly evidence: EvidenceReport | null;
}

export interface EvidenceReport {
  /** Different files that lines name. */
  readonly files: number;
  readonly faults: readonly EvidenceFault[];
  /** Files in the store that no line names: of commands that were refused. They do no harm. */
  readonly unnamed: number;
}

/** Of all workflows of a kind: how many, and how many lines each has of them. */
export interface Sum {
  readonly workflows: number;
  readonly temporal: number;
  readonly files: number;
  readonly before: number;
  readonly after: number;
}

/** A report that can still be added to. */
export type Draft = { -readonly [Part in keyof Report]: Growing<Report[Part]> };
type Growing<Part> = Part extends readonly (infer Item)[]
  ? Item[]
  : Part extends Readonly<Record<string, Sum>>
    ? Record<string, Sum>
    : Part;

export function emptyReport(dryRun: boolean, withoutTemporal: string | null): Draft {
  return {
    ...{ dryRun, withoutTemporal, sums: {}, behind: [], ahead: [], gaps: [], differing: [] },
    ...{ gone: [], waiting: [], nameless: [], unreadable: [], derived: [], refusals: 0 },
    evidence: null,
  };
}

export function addTo(report: Draft, one: Reconciled<SourceName>): void {
  const { workflow, before, after, held, gap, differing } = one;
  const { temporal, files = 0 } = held;
  const [kind = ''] = workflow.split('/');
  const sum = report.sums[kind] ?? none;
  report.sums[kind] = {
    workflows: sum.workflows + 1,
    temporal: sum.temporal + (temporal ?? 0),
    files: sum.files + files,
    before: sum.before + before,
    after: sum.after + after,
  };
  if (after > before) report.behind.push({ workflow, from: before + 1, to: after });
  if (temporal !== undefined && before > temporal)
    report.ahead.push({ workflow, ledger: before, temporal });
  if (gap !== null) report.gaps.push({ workflow, ...gap });
  report.differing.push(...differing.map((each) => ({ workflow, ...each })));
}

const none: Sum = { workflows: 0, temporal: 0, files: 0, before: 0, after: 0 };

/** How many things are not as they should be, now that it is over. */
export function stillWrong(report: Report): number {
  const { dryRun, behind, derived, ahead, gaps, differing, gone, nameless, unreadable } = report;
  const unrepaired = dryRun ? behind.length + derived.length : 0;
  const lost = report.evidence?.faults.length ?? 0;
  const named = [ahead, gaps, differing, gone, nameless, unreadable];
  return named.reduce((sum, { length }) => sum + length, unrepaired + lost);
}
