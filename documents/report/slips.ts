// What does not add up in a report as a whole: numbers, totals, missing statuses, text left aside.
import { warningAt, type ImportWarning } from '../import-warning';
import type { ImportedProblem } from '../imported-feedback';
import type { Declared } from './declared';
import type { Findings, FoundProblem } from './find-problems';
import type { HeadStyle } from './heads';
import type { Line } from './lines';
import { linesOf, type OutlineNode } from './outline';
import { unpaired } from './quotes';

export interface ReportRead {
  readonly unit: string | null;
  readonly declared: Declared;
  readonly findings: Findings;
  readonly problems: readonly ImportedProblem[];
}

export function slipsOf(report: ReportRead): readonly ImportWarning[] {
  return [
    ...missingUnit(report),
    ...totals(report),
    ...headSlips(report.findings.problems),
    ...numbering(report.findings.problems),
    ...marks(report.findings.problems),
    ...repeatedTitles(report),
    ...report.findings.leftOut.map(({ heading }) =>
      warningAt(
        heading.number,
        'text-left-out',
        `第${heading.number}行：“${heading.text.slice(0, 20)}”下的文字没有作为问题录入，请核对`,
      ),
    ),
  ];
}

function missingUnit({ unit }: ReportRead): readonly ImportWarning[] {
  return unit === null
    ? [warningAt(null, 'unit-missing', '文中未找到单位名称，请在系统中补录')]
    : [];
}

function totals({ declared, problems }: ReportRead): readonly ImportWarning[] {
  const measures = problems.reduce((sum, problem) => sum + problem.measures.length, 0);
  return [
    ...(declared.problems !== null && declared.problems !== problems.length
      ? [
          warningAt(
            null,
            'declared-problems-differ',
            `文中称有${declared.problems}个问题，识别出${problems.length}个，请核对`,
          ),
        ]
      : []),
    ...(declared.measures !== null && declared.measures !== measures
      ? [
          warningAt(
            null,
            'declared-measures-differ',
            `文中称有${declared.measures}条措施，正文中标出序号的有${measures}条`,
          ),
        ]
      : []),
  ];
}

function headSlips(found: readonly FoundProblem[]): readonly ImportWarning[] {
  const others = found.some(({ node }) => node.head.ordinal !== null);
  return found.flatMap(({ node: { head, heading } }) => {
    if (head.slip === 'dot-missing')
      return [
        warningAt(
          heading.number,
          'number-without-dot',
          `第${heading.number}行：序号“${head.ordinal}”后面缺点号，已按问题录入`,
        ),
      ];
    if (head.slip === 'number-missing' && others)
      return [
        warningAt(
          heading.number,
          'number-missing',
          `第${heading.number}行：问题没有序号，已按问题录入`,
        ),
      ];
    return [];
  });
}

/**
 * A number may go on by one, or start again at 1 under a new heading; anything else is worth a look.
 * Groups count along with problems where they are numbered alike.
 */
function numbering(found: readonly FoundProblem[]): readonly ImportWarning[] {
  const styles = new Set(found.map(({ node }) => node.head.style));
  const previous = new Map<
    HeadStyle,
    { readonly ordinal: number; readonly parent: OutlineNode | undefined }
  >();
  return numbered(found).flatMap(({ node: { head, heading }, parent }) => {
    if (head.ordinal === null || !styles.has(head.style)) return [];
    const before = previous.get(head.style);
    previous.set(head.style, { ordinal: head.ordinal, parent });
    const last = before?.ordinal ?? 0;
    const restarts = head.ordinal === 1 && (parent !== before?.parent || last > 1);
    if (head.ordinal === last + 1 || restarts) return [];
    const code = head.ordinal === last ? 'number-repeated' : 'number-gap';
    const what =
      code === 'number-repeated'
        ? `序号${head.ordinal}重复`
        : `序号由${last || '无'}跳到${head.ordinal}`;
    return [warningAt(heading.number, code, `第${heading.number}行：问题${what}，请核对`)];
  });
}

interface Numbered {
  readonly node: OutlineNode;
  readonly parent: OutlineNode | undefined;
}

/** Problems and what stands above them, each once, in the order of the document. */
function numbered(found: readonly FoundProblem[]): readonly Numbered[] {
  const seen = new Set<OutlineNode>();
  return found.flatMap(({ node, ancestors }) =>
    [...ancestors, node]
      .map((each, index) => ({ node: each, parent: ancestors[index - 1] }))
      .filter((each) => !seen.has(each.node) && seen.add(each.node)),
  );
}

/** Line by line; a title that runs over two lines is looked at as one. */
function marks(found: readonly FoundProblem[]): readonly ImportWarning[] {
  return found.flatMap(({ node }) => {
    const [first, second, ...rest] = linesOf(node);
    if (first === undefined) return [];
    const broken =
      second !== undefined &&
      unpaired(first.text).length > 0 &&
      unpaired(first.text + second.text).length === 0;
    return (broken ? rest : linesOf(node)).flatMap(unpairedAt);
  });
}

function unpairedAt({ number, text }: Line): readonly ImportWarning[] {
  const alone = unpaired(text);
  return alone.length === 0
    ? []
    : [
        warningAt(
          number,
          'marks-unpaired',
          `第${number}行：标点“${alone.join('')}”不成对，已原样保留`,
        ),
      ];
}

function repeatedTitles({ problems, findings }: ReportRead): readonly ImportWarning[] {
  const seen = new Map<string, number>();
  return problems.flatMap(({ title, seq }, index) => {
    const first = seen.get(title);
    if (first === undefined) seen.set(title, seq);
    const line = findings.problems[index]?.node.heading.number ?? null;
    return first === undefined
      ? []
      : [warningAt(line, 'title-repeated', `第${line ?? '?'}行：标题与第${first}个问题相同`)];
  });
}
