// Whether a node of the outline has a remedy of its own, or only holds problems that have one.
import { isAboutFault } from '../../vocabulary/chapter-words';
import type { OutlineNode } from './outline';

/** The label of a remedy belongs to this node: most of what is numbered below it are measures, not problems. */
export function bearsRemedy(node: OutlineNode): boolean {
  return node.remedy && !holdsProblems(node);
}

/** A remedy stands here or somewhere below. */
export function holdsRemedy(node: OutlineNode): boolean {
  return node.remedy || node.head.style === 'named' || node.children.some(holdsRemedy);
}

/** 整改情况： over a list of 关于…的问题, or over items that have remedies of their own. */
function holdsProblems(node: OutlineNode): boolean {
  const items = node.children.filter((child) => !child.part);
  const problems = items.filter((item) => holdsRemedy(item) || speaksOfProblem(item));
  return problems.length > 0 && problems.length * 2 >= items.length;
}

/** 关于…问题, 针对…的问题, 关于执行制度不严。 */
export function speaksOfProblem({ head }: OutlineNode): boolean {
  const text = head.rest.slice(0, 200);
  return /^(?:关于|针对|对).*问题/.test(text) || isAboutFault(text);
}
