// What does not add up in a report as a whole: totals, heads, marks, titles, text left aside.
import { warningAt, type ImportWarning } from '../import-warning';
import type { ImportedProblem } from '../imported-feedback';
import type { Declared } from './around/declared';
import { remedyWithText, type Findings } from './outline/find-problems';
import type { FoundProblem } from './outline/found-problem';
import type { Line } from './lines/lines';
import { numberSlips } from './numbering';
import { linesOf, type OutlineNode } from './outline/outline';
import { unpaired } from '../vocabulary/quotes';

export interface ReportRead {
  readonly unit: string | null;
  readonly reportOn: string | null;
  readonly declared: Declared;
  readonly findings: Findings;
  /** The text outside the problems. */
  readonly around: readonly Line[];
  readonly problems: readonly ImportedProblem[];
}

export function slipsOf(report: ReportRead): readonly ImportWarning[] {
  const { problems } = report.findings;
  return [
    ...missingFacts(report),
    ...totals(report),
    ...headSlips(problems),
    ...numberSlips(problems),
    ...problems.flatMap(marks),
    ...repeatedTitles(report),
    ...leftOut(report),
    ...report.findings.lists.map(listedBefore),
  ];
}

function missingFacts({ unit, reportOn }: ReportRead): readonly ImportWarning[] {
  return [
    ...(unit === null
      ? [warningAt(null, 'unit-missing', '文中未找到单位名称，请在系统中补录')]
      : []),
    ...(reportOn === null
      ? [warningAt(null, 'report-date-missing', '文中未找到落款日期，没有写年份的日期可能无法推定')]
      : []),
  ];
}

function totals({ declared, problems }: ReportRead): readonly ImportWarning[] {
  const measures = problems.reduce((sum, problem) => sum + problem.measures.length, 0);
  const found = {
    problems: `识别出${problems.length}个`,
    measures: `正文中标出序号的有${measures}条`,
  };
  return [
    ...(declared.problems !== null && declared.problems !== problems.length
      ? [
          warningAt(
            null,
            'declared-problems-differ',
            `文中称有${declared.problems}个问题，${found.problems}，请核对`,
          ),
        ]
      : []),
    ...(declared.measures !== null && declared.measures !== measures
      ? [
          warningAt(
            null,
            'declared-measures-differ',
            `文中称有${declared.measures}条措施，${found.measures}`,
          ),
        ]
      : []),
  ];
}

/** A missing number is a slip only where others have theirs. */
function headSlips(found: readonly FoundProblem[]): readonly ImportWarning[] {
  const others = found.some(({ node }) => node.head.ordinal !== null);
  return found.flatMap(({ node: { head, heading } }) => {
    const { slip, ordinal, upTo } = head;
    if (slip === 'numbers-joined') {
      const numbers = `${String(ordinal)}至${String(upTo)}`;
      return [warningAt(heading.number, 'numbers-joined', `序号${numbers}合写，已按一个问题录入`)];
    }
    if (slip === 'dot-missing') {
      return [
        warningAt(heading.number, 'number-without-dot', `序号“${ordinal}”后面缺点号，已按问题录入`),
      ];
    }
    const missing = slip === 'number-missing' && others;
    return missing
      ? [warningAt(heading.number, 'number-missing', '问题没有序号，已按问题录入')]
      : [];
  });
}

/** Line by line; a title that runs over several lines is looked at as one. */
function marks({ node }: FoundProblem): readonly ImportWarning[] {
  const lines = linesOf(node);
  return lines.slice(linesOfPairedTitle(lines)).flatMap(unpairedMarks);
}

/** How many lines at the start pair their marks together; 0 where they never do. */
function linesOfPairedTitle(lines: readonly Line[]): number {
  const texts = lines.slice(0, 5).map(({ text }) => text);
  return (
    texts.findIndex((_, index) => unpaired(texts.slice(0, index + 1).join('')).length === 0) + 1
  );
}

/** a) and 1) open no bracket. */
const listMark = /(^|[\s：:；;。])(?:[a-j]|\d{1,2})[)）]/g;

function unpairedMarks({ number, text }: Line): readonly ImportWarning[] {
  const alone = unpaired(text.replace(listMark, '$1')).join('');
  return alone === ''
    ? []
    : [warningAt(number, 'marks-unpaired', `标点“${alone}”不成对，已原样保留`)];
}

function repeatedTitles({ problems, findings }: ReportRead): readonly ImportWarning[] {
  const seen = new Map<string, number>();
  return problems.flatMap(({ title, seq }, index) => {
    const first = seen.get(title);
    if (first === undefined) seen.set(title, seq);
    const line = findings.problems[index]?.node.heading.number ?? null;
    return first === undefined || title === ''
      ? []
      : [warningAt(line, 'title-repeated', `标题与第${first}个问题相同`)];
  });
}

function listedBefore({ heading: { number, text } }: OutlineNode): ImportWarning {
  const what = `“${text.slice(0, 20)}”下列出的问题在后文都有整改情况，按后文录入，没有录入两次`;
  return warningAt(number, 'listed-before', what);
}

function leftOut({ findings, around }: ReportRead): readonly ImportWarning[] {
  const told = new Set(findings.leftOut.flatMap(linesOf).map(({ number }) => number));
  const headless = around.filter(({ number, text }) => !told.has(number) && remedyWithText(text));
  return [
    ...findings.leftOut.map(({ heading }) =>
      textLeftOut(heading, `“${heading.text.slice(0, 20)}”下的文字`),
    ),
    ...headless.map((line) => textLeftOut(line, `“${line.text.slice(0, 20)}”没有对应的问题，`)),
  ];
}

function textLeftOut({ number }: Line, what: string): ImportWarning {
  return warningAt(number, 'text-left-out', `${what}没有作为问题录入，请核对`);
}
