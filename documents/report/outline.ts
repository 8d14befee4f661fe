// Lines into a tree by their numbering: chapters, sections, items, sub-items, each with the lines of its own.
// Knows nothing of what is a problem.
import { blocksOf, customaryDepth, partLabel, type Block } from './blocks';
import { concludes, opensClosing } from './closing';
import { withoutFindingLists } from './finding-lists';
import { headsOf } from './heads';
import type { Head } from './numbered-heads';
import { inlineList, listOwner, type OpenBlock } from './inner-lists';
import type { Line } from './lines';
import { withTitledParagraphs } from './titled-paragraphs';

export interface OutlineNode {
  readonly head: Head;
  readonly heading: Line;
  /** Lines before the first child, without the heading. */
  readonly own: readonly Line[];
  readonly children: readonly OutlineNode[];
  /** Whether the label of a remedy (整改情况：) stands in the heading, a line of its own or a part. */
  readonly remedy: boolean;
}

export interface Outline {
  /** What stands before the first numbered line. */
  readonly preface: readonly Line[];
  readonly nodes: readonly OutlineNode[];
  /** What follows the report proper: thanks, contacts, publicity, signature. */
  readonly closing: readonly Line[];
}

/** `signedAt`: the line number the signature begins at; what stands there or later is closing. */
export function outlineOf(lines: readonly Line[], signedAt: number): Outline {
  const heads = withTitledParagraphs(lines, withoutFindingLists(lines, headsOf(lines)));
  const end = closingStart(lines, heads, signedAt);
  const first = heads.findIndex((head) => head !== null);
  const prefaceEnd = first < 0 ? end : Math.min(first, end);
  return {
    preface: lines.slice(0, prefaceEnd),
    nodes: treeOf(blocksOf(lines.slice(prefaceEnd, end), heads.slice(prefaceEnd, end))),
    closing: lines.slice(end),
  };
}

/** The closing begins with the signature, or at a formula after the last head; before that they are ordinary text. */
function closingStart(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
  signedAt: number,
): number {
  const signature = lines.findIndex((line) => line.number >= signedAt);
  const end = signature < 0 ? lines.length : signature;
  const lastHead = heads.findLastIndex((head, index) => head !== null && index < end);
  const mayConclude = lines.slice(0, Math.max(lastHead, 0)).every((line) => !concludes(line.text));
  const closes = ({ text }: Line) => opensClosing(text) || (mayConclude && concludes(text));
  const start = lines.findIndex((line, index) => index > lastHead && closes(line));
  return start < 0 ? end : Math.min(start, end);
}

/** A node while the tree grows. */
interface Growing extends OpenBlock {
  readonly children: Growing[];
  depth: number;
  remedy: boolean;
  list: OpenBlock['list'];
}

function treeOf(blocks: readonly Block[]): readonly OutlineNode[] {
  const top: Growing[] = [];
  const nodes = blocks.map((block): Growing => ({
    ...block,
    children: [],
    depth: customaryDepth[block.head.style],
    list: inlineList(block),
  }));
  let open: Growing[] = [];
  nodes.forEach((node, index) => {
    settleDepth(node, open, nodes[index + 1]);
    open = open.filter(({ depth }) => depth < node.depth);
    const parent = open.at(-1);
    (parent?.children ?? top).push(node);
    if (parent !== undefined && saysMore(node.head)) parent.remedy = true;
    open.push(node);
  });
  return top;
}

/** An item of a list inside a remedy stands below its owner; a title without its number beside the problem before it. */
function settleDepth(node: Growing, open: readonly Growing[], next: Growing | undefined): void {
  const owner = listOwner(open, node, next);
  if (owner !== null) {
    owner.list = { style: node.head.style, last: node.head.ordinal ?? 0 };
    node.depth = owner.depth + 1;
    node.remedy = false;
  } else if (node.head.slip === 'number-missing') {
    node.depth = open.findLast(({ remedy }) => remedy)?.depth ?? node.depth;
  } else if (saysMore(node.head)) {
    const first = open.findIndex(({ head }) => partLabel(head) !== null);
    const told = open.at(first < 0 ? -1 : first - 1);
    if (told !== undefined) node.depth = Math.max(node.depth, told.depth + 1);
  }
}

/** 1.整改措施：… says more of what stands above it, however that is numbered: 问题（一）：, or 1. too. */
function saysMore(head: Head): boolean {
  const part = partLabel(head);
  return part !== null && part !== 'finding';
}

/**
 * （1）整改措施：… is a part of the problem above it, not an item beside it; （1）反馈问题：… is one too, unless
 * its remedy follows.
 */
export function isPart({ head, remedy }: OutlineNode): boolean {
  const kind = partLabel(head);
  return kind !== null && (kind !== 'finding' || !remedy);
}

/** All lines of a node, its heading first, in the order of the document. */
export function linesOf(node: OutlineNode): readonly Line[] {
  return [node.heading, ...node.own, ...node.children.flatMap(linesOf)];
}
