// Which nodes of the outline are the problems. Labels decide where there are any; else the wording of
// titles and the number the report itself declares. Everything above a problem is its section or group.
import { chapterRole, isNextSteps, namesFault } from './chapter-words';
import type { HeadStyle } from './heads';
import { isPart, type OutlineNode } from './outline';

export interface FoundProblem {
  readonly node: OutlineNode;
  /** From the chapter down, without the node itself. */
  readonly ancestors: readonly OutlineNode[];
}

export interface Findings {
  readonly problems: readonly FoundProblem[];
  /** Numbered text inside chapters of problems that was taken for none. */
  readonly leftOut: readonly OutlineNode[];
}

export function findProblems(nodes: readonly OutlineNode[], declared: number | null): Findings {
  const candidates = candidateNodes(nodes);
  const style = problemStyle(candidates, declared);
  const problems: FoundProblem[] = [];
  const leftOut: OutlineNode[] = [];
  if (style === null) return { problems, leftOut };

  const visit = (node: OutlineNode, ancestors: readonly OutlineNode[], kin: boolean): void => {
    if (isProblem(node, style, kin)) return void problems.push({ node, ancestors });
    if (node.children.length === 0 && node.own.length > 0) leftOut.push(node);
    const kinship = node.children.some((child) => child.remedy);
    for (const child of node.children) visit(child, [...ancestors, node], kinship);
  };
  const kinship = candidates.some((node) => node.remedy);
  for (const node of candidates) visit(node, [], kinship);
  return { problems, leftOut };
}

/** The top-level nodes that may hold problems: where chapters have titles that tell, those that say so. */
function candidateNodes(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  const chapters = nodes.some((node) => node.head.style === 'chapter');
  if (!chapters) return nodes;
  const roles = new Map(nodes.map((node) => [node, chapterRole(node.head.rest)]));
  const labelled = nodes.filter((node) => !isNextSteps(node.head.rest) && holdsRemedy(node));
  const named = nodes.filter((node) => roles.get(node) === 'problems' || labelled.includes(node));
  if (named.length > 0) return named;
  const unclear = nodes.filter((node) => roles.get(node) !== 'other');
  return unclear.length > 0 ? unclear : nodes;
}

function holdsRemedy(node: OutlineNode): boolean {
  return node.remedy || node.head.style === 'named' || node.children.some(holdsRemedy);
}

function isProblem(node: OutlineNode, style: HeadStyle, kin: boolean): boolean {
  if (isPart(node)) return false;
  if (node.head.style === 'named' || node.head.style === 'unnumbered') return true;
  const deeper = node.children.filter(holdsRemedy).length;
  const titled = node.children.filter(({ head }) =>
    /^(?:关于|针对|对).*问题/.test(head.rest),
  ).length;
  const inside = Math.max(deeper, titled);
  if (node.remedy) return inside === 0 || inside * 2 < node.children.length;
  if (deeper > 0) return false;
  if (kin || node.head.style === style) return true;
  return (
    node.children.length === 0 &&
    node.own.length > 0 &&
    namesFault(node.head.rest) &&
    node.head.style !== 'chapter' &&
    node.head.style !== 'section'
  );
}

interface Tally {
  readonly style: HeadStyle;
  readonly count: number;
  readonly remedies: number;
  readonly complete: number;
  readonly faults: number;
  readonly bodies: number;
}

const shallowFirst: readonly HeadStyle[] = [
  'chapter',
  'section',
  'item',
  'parenItem',
  'circled',
  'named',
  'unnumbered',
];

function problemStyle(nodes: readonly OutlineNode[], declared: number | null): HeadStyle | null {
  const tallies = tally(nodes);
  const most = (by: (tally: Tally) => number): HeadStyle | null => {
    const best = tallies.reduce<Tally | null>(
      (winner, next) => (by(next) >= (winner === null ? 1 : by(winner)) ? next : winner),
      null,
    );
    return best?.style ?? null;
  };
  return (
    most((tally) => tally.remedies) ??
    tallies.find((tally) => tally.style !== 'chapter' && tally.count === declared)?.style ??
    most((tally) => (tally.style === 'chapter' ? 0 : tally.complete)) ??
    tallies.findLast((tally) => tally.style !== 'chapter' && tally.faults * 5 >= tally.count * 3)
      ?.style ??
    most((tally) => (tally.style === 'chapter' ? 0 : tally.bodies)) ??
    null
  );
}

function tally(nodes: readonly OutlineNode[]): readonly Tally[] {
  const byStyle = new Map<HeadStyle, OutlineNode[]>();
  const gather = (node: OutlineNode): void => {
    const known = byStyle.get(node.head.style);
    if (known === undefined) byStyle.set(node.head.style, [node]);
    else known.push(node);
    for (const child of node.children) if (!isPart(child)) gather(child);
  };
  nodes.forEach(gather);
  return shallowFirst.flatMap((style) => {
    const found = byStyle.get(style);
    return found === undefined ? [] : [tallyOf(style, found)];
  });
}

function tallyOf(style: HeadStyle, nodes: readonly OutlineNode[]): Tally {
  const count = (test: (node: OutlineNode) => boolean) => nodes.filter(test).length;
  return {
    style,
    count: nodes.length,
    remedies: count((node) => node.remedy || style === 'named'),
    complete: count((node) => hasBody(node) && namesFault(node.head.rest.slice(0, 200))),
    faults: count((node) => namesFault(node.head.rest.slice(0, 200))),
    bodies: count(hasBody),
  };
}

/** More than a heading: paragraphs of its own, or sentences after the first. */
function hasBody(node: OutlineNode): boolean {
  return node.own.length > 0 || /[。；;].{10}|[，,：:。]一是/.test(node.head.rest);
}
