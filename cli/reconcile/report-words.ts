/** A reconciling's report as people read it. */
import { keepingWords } from '../messages/keeping';
import { table } from '../table';
import { verifiedEvidenceLines } from '../verify-evidence';
import { stillWrong, type EvidenceReport, type Report } from './report';

const words = keepingWords.reconcile;

/** Of each thing found, how many are listed. */
const listed = 20;

export function reportWords(report: Report): string {
  const { withoutTemporal, refusals, dryRun, evidence } = report;
  const wrong = stillWrong(report);
  const hasRepaired = report.behind.length + report.derived.length > 0;
  return [
    ...(withoutTemporal === null ? [] : [words.withoutTemporal(withoutTemporal)]),
    tableOf(report),
    ...repairs(report),
    ...(refusals === 0 ? [] : [(dryRun ? words.wouldTell : words.refusals)(refusals)]),
    ...faults(report),
    ...evidenceLines(evidence),
    ...some(report.waiting.map(({ workflow, lines }) => words.waiting(workflow, lines))),
    ...(wrong > 0 ? [] : [hasRepaired ? words.repaired : words.clean]),
  ].join('\n');
}

function tableOf({ sums, dryRun }: Report): string {
  const rows = Object.entries(sums).map(([kind, sum]) => [
    words.kinds[kind] ?? kind,
    ...[sum.workflows, sum.temporal, sum.files, sum.before, sum.after].map(String),
  ]);
  const heads = [...words.columns.slice(0, -1), dryRun ? words.wouldBe : words.columns[5]];
  return table(heads, rows);
}

function repairs({ behind, derived, dryRun }: Report): readonly string[] {
  const lines = behind.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const ranges = behind.map(({ workflow, from, to }) => `  ${words.range(workflow, from, to)}`);
  const [append, derive] = dryRun
    ? [words.wouldAppend, words.wouldDerive]
    : [words.behind, words.derived];
  return [
    ...(lines === 0 ? [] : [append(behind.length, lines), ...some(ranges)]),
    ...derived.map(({ table: name, rows }) => derive(name, rows)),
  ];
}

function faults(report: Report): readonly string[] {
  const { ahead, gaps, differing, gone, nameless, unreadable } = report;
  return [
    ...some(ahead.map((each) => words.ahead(each.workflow, each.ledger, each.temporal))),
    ...some(gaps.map(({ workflow, from, to }) => words.gap(words.range(workflow, from, to)))),
    ...some(
      differing.map(({ workflow, sequence, source }) =>
        words.differs(workflow, sequence, words.sources[source]),
      ),
    ),
    ...some(gone.map(words.gone)),
    ...some(nameless.map(words.nameless)),
    ...some(unreadable.map(words.unreadable)),
  ];
}

function evidenceLines(evidence: EvidenceReport | null): readonly string[] {
  if (evidence === null) return [];
  const { unnamed } = evidence;
  return [
    ...some(verifiedEvidenceLines(evidence)),
    ...(unnamed === 0 ? [] : [words.unnamed(unnamed)]),
  ];
}

function some(lines: readonly string[]): readonly string[] {
  return lines.length <= listed ? lines : [...lines.slice(0, listed), words.more(lines.length)];
}
