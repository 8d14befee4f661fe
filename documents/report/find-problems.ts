// Which nodes of the outline are the problems. Everything above a problem is its section or group.
import { chapterRole, isNextSteps, namesFault } from './chapter-words';
import type { HeadStyle } from './heads';
import { isPart, type OutlineNode } from './outline';
import { problemStyle } from './problem-style';
import { bearsRemedy, holdsRemedy } from './remedies';

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

/** `declared`: how many problems the report says it has; a hint where nothing else decides. */
export function findProblems(nodes: readonly OutlineNode[], declared: number | null): Findings {
  const candidates = candidateNodes(nodes);
  const style = problemStyle(candidates, declared);
  const problems: FoundProblem[] = [];
  const leftOut: OutlineNode[] = [];
  const visit = (node: OutlineNode, ancestors: readonly OutlineNode[], kin: boolean): void => {
    if (isProblem(node, style, kin)) return void problems.push({ node, ancestors });
    if (node.children.length === 0 && node.own.length > 0) leftOut.push(node);
    const kinship = node.remedy || node.children.some(bearsRemedy);
    for (const child of node.children) visit(child, [...ancestors, node], kinship);
  };
  const kinship = candidates.some(bearsRemedy);
  if (style !== null) for (const node of candidates) visit(node, [], kinship);
  return { problems, leftOut };
}

/** The top-level nodes that may hold problems: where chapters have titles that tell, those that say so. */
function candidateNodes(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  if (!nodes.some((node) => node.head.style === 'chapter')) return nodes;
  const told = nodes.filter(({ head }) => chapterRole(head.rest) === 'problems');
  const labelled = new Set(
    nodes.filter((node) => !isNextSteps(node.head.rest) && holdsRemedy(node)),
  );
  const named = nodes.filter((node) => told.includes(node) || labelled.has(node));
  if (named.length > 0) return named;
  const unclear = nodes.filter(({ head }) => chapterRole(head.rest) !== 'other');
  return unclear.length > 0 ? unclear : nodes;
}

/** `kin`: its siblings have remedies of their own, or the node above has the label for all of them. */
function isProblem(node: OutlineNode, style: HeadStyle | null, kin: boolean): boolean {
  if (isPart(node)) return false;
  if (node.head.style === 'named' || node.head.style === 'unnumbered') return true;
  if (bearsRemedy(node)) return true;
  if (node.children.some(holdsRemedy) || node.remedy) return false;
  return kin || node.head.style === style || isLoneProblem(node);
}

/** An item with text of its own that names a fault, at a level where other items are groups. */
function isLoneProblem({ head, own, children }: OutlineNode): boolean {
  const heading = head.style === 'chapter' || head.style === 'section';
  return !heading && children.length === 0 && own.length > 0 && namesFault(head.rest);
}
