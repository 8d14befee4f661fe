// A public progress report (整改进展情况通报) as text: its outline, its problems, the facts around them. In steps, a folder each:
// 1. report/lines: debris of word processors and pages away, stacked tables numbered; lists that stand side by side taken
//    apart, and statuses told of several problems at once. Lines keep their numbers.
// 2. report/heads: how each line is numbered, and lines broken at a width put together (unwrap); then by what the others are
//    like: levels that are none by custom, lists of findings, forgotten numbers, titles without any.
// 3. report/outline: a tree by customary depth, in which a list inside a remedy stays with its owner; which of its nodes are
//    problems, by chapter, by labels of remedies, by style.
// 4. report/problem: of each problem title, findings, remedy and fields apart; then status, kind, deadline, people, measures,
//    place, each from that text alone.
// 5. report/around: unit, dates, totals, publicity, signature.
// 6. What does not add up is a warning with its line (slips, numbering); what was guessed is a question (questions).
// A new wording belongs into one table of words, for lists too: vocabulary/labels, status-words, kind-words, chapter-words.
import type { ImportedFeedback } from './imported-feedback';
import { ImportError } from './import-error';
import { inLineOrder } from './import-warning';
import { asOfDay } from './report/around/as-of';
import { chapterRole } from './vocabulary/chapter-words';
import { withArabicDates } from './vocabulary/cjk-numerals';
import { declaredIn } from './report/around/declared';
import { findProblems, type Findings } from './report/outline/find-problems';
import type { FoundProblem } from './report/outline/found-problem';
import { isFindingsOnly, unitAddressed } from './report/around/findings-only';
import { readableLines, type Line } from './report/lines/lines';
import { linesOf, outlineOf, type Outline, type OutlineNode } from './report/outline/outline';
import { withoutPairedLists } from './report/lines/paired-lists';
import { prefaceOf } from './report/around/preface';
import { problemsOf } from './report/problem/problems';
import { publicityOf } from './report/around/publicity';
import { asked, doubtsOf, inProblemOrder } from './report/questions';
import { signatureOf } from './report/around/signature';
import { slipsOf } from './report/slips';
import { toldByNumber } from './report/lines/told-by-number';
import { toldOfAll } from './report/lines/told-of-all';
import { unwrapped } from './report/heads/unwrap';

/** Throws ImportError (`no-problems-found`) where no problem can be recognised. */
export function feedbackFromReport(text: string): ImportedFeedback {
  if (!/整改|问题/.test(text) || !/反馈|巡[察视]|审计|督察|整改/.test(text)) throw noProblems();
  const { lines: all, ofAll } = toldOfAll(withoutPairedLists(unwrapped(readableLines(text))));
  const { lines, statuses } = toldByNumber(all);
  const signature = signatureOf(lines);
  const outline = outlineOf(lines, signature.line);
  const findingsOnly = isFindingsOnly(lines);
  const findings = findProblems(outline.nodes, {
    declared: declaredIn(introduction(outline)).problems,
    findingsOnly,
  });
  if (findings.problems.length === 0) throw noProblems();
  const around = outsideProblems(outline, findings).map(withPlainDates);
  const declared = declaredIn(around);
  const asOf = asOfDay(
    lines.filter((line) => line.number < signature.line).map(withPlainDates),
    signature.reportOn,
  );
  const preface = prefaceOf(around, signature.reportOn);
  const publicity = publicityOf(around, signature.reportOn);
  const found = problemsOf(findings.problems, {
    asOf: asOf ?? signature.reportOn,
    feedbackOn: preface.feedbackOn,
    findingsOnly,
    statuses,
    ofAll,
  });
  const { reportOn } = signature;
  const unit = (findingsOnly ? unitAddressed(lines) : null) ?? signature.unit;
  const seqs = headings(findings.problems);
  const slips = slipsOf({ unit, reportOn, declared, findings, around, problems: found.problems });
  const { inspectedBy, inspection, feedbackOn } = preface;
  return {
    unit,
    inspectedBy,
    inspection,
    feedbackOn,
    reportOn,
    asOf,
    publicity: publicity.publicity,
    declared,
    problems: found.problems,
    warnings: inLineOrder([
      ...preface.warnings,
      ...publicity.warnings,
      ...found.warnings,
      ...slips,
    ]),
    questions: inProblemOrder([
      ...preface.doubts.map((doubt) => asked(null, doubt)),
      ...doubtsOf(publicity.warnings).map((doubt) => asked(null, doubt)),
      ...doubtsOf(slips).map((doubt) => asked(seqs.get(doubt.line) ?? null, doubt)),
      ...found.questions,
    ]),
  };
}

/** The problem whose heading stands on a line. */
function headings(problems: readonly FoundProblem[]): ReadonlyMap<number | null, number> {
  return new Map(problems.map(({ node }, index) => [node.heading.number, index + 1]));
}

function outsideProblems(outline: Outline, { problems, lists }: Findings): readonly Line[] {
  const nodes = [...problems.map(({ node }) => node), ...lists];
  const inside = new Set(nodes.flatMap(linesOf).map((line) => line.number));
  const all = [...outline.preface, ...outline.nodes.flatMap(linesOf), ...outline.closing];
  return all.filter((line) => !inside.has(line.number));
}

/** What stands before and between the problems, as far as can be told before they are found. */
function introduction(outline: Outline): readonly Line[] {
  const ofNode = (node: OutlineNode) =>
    chapterRole(node.head.rest) === 'other' ? linesOf(node) : [node.heading, ...node.own];
  return [...outline.preface, ...outline.nodes.flatMap(ofNode)];
}

function withPlainDates({ number, text }: Line): Line {
  return { number, text: withArabicDates(text) };
}

function noProblems(): ImportError {
  return new ImportError(
    'no-problems-found',
    '没有识别出任何整改问题。请确认文件是巡察（巡视）整改进展情况通报的文字稿，且每个问题以“1.”“（1）”或“整改任务1：”等序号开头；也可以按样例整理成 YAML 或 JSON 清单后再导入。',
  );
}
