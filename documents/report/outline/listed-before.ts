// Chapters that only list what a later one tells again with what was done: 一、反馈的主要问题 二、整改落实情况.
// Such a list is no second set of problems.
import type { FoundProblem } from './found-problem';
import type { OutlineNode } from './outline';
import { holdsRemedy } from './remedies';

export interface ListedApart {
  /** Without those that are told again. */
  readonly problems: readonly FoundProblem[];
  /** The chapters that list them. */
  readonly lists: readonly OutlineNode[];
}

export function listedApart(found: readonly FoundProblem[]): ListedApart {
  const chapters = new Set(found.flatMap(({ ancestors: [chapter] }) => chapter ?? []));
  const lists = [...chapters].filter((chapter) => isList(chapter, found));
  return { problems: found.filter(({ ancestors: [chapter] }) => !isIn(lists, chapter)), lists };
}

/** Without a remedy anywhere, and every title stands again in a later chapter. */
function isList(chapter: OutlineNode, found: readonly FoundProblem[]): boolean {
  if (holdsRemedy(chapter)) return false;
  const own = found.filter(({ ancestors }) => ancestors[0] === chapter);
  const later = found
    .filter(({ ancestors, node }) => ancestors[0] !== chapter && isAfter(node, chapter))
    .map(({ node }) => plain(node.head.rest));
  return own.length > 1 && own.every(({ node }) => toldAgain(plain(node.head.rest), later));
}

function isAfter(node: OutlineNode, chapter: OutlineNode): boolean {
  return node.heading.number > chapter.heading.number;
}

function toldAgain(title: string, later: readonly string[]): boolean {
  return title.length >= shortest && later.some((text) => text.startsWith(title));
}

/** A title shorter than this says too little to be known again. */
const shortest = 5;

/** Marks and 关于…的问题 come and go between the two. */
function plain(title: string): string {
  return title
    .replace(/^(?:关于|针对)/, '')
    .replace(/(?:的)?问题(?=[。；;]?$)|[^\p{L}\p{N}]/gu, '');
}

function isIn(lists: readonly OutlineNode[], chapter: OutlineNode | undefined): boolean {
  return chapter !== undefined && lists.includes(chapter);
}
