// Lines into a tree by their numbering: chapters, sections, items, sub-items, each with the lines of its own.
// Knows nothing of what is a problem.
import { blocksOf, customaryDepth, partLabel, type Block } from '../heads/blocks';
import { concludes, opensClosing } from '../../vocabulary/closing';
import { withoutFindingLists } from '../heads/finding-lists';
import { titlesProblem, withForgottenNumbers } from '../heads/forgotten-numbers';
import { headsOf } from '../heads/heads';
import type { Head } from '../heads/numbered-heads';
import { withLabelledTitles } from '../heads/labelled-titles';
import { inlineList, listOwner, type OpenBlock } from './inner-lists';
import type { Line } from '../lines/lines';
import { restyledHeads } from '../heads/restyled-heads';
import { withTitledParagraphs } from '../heads/titled-paragraphs';

export interface OutlineNode {
  readonly head: Head;
  readonly heading: Line;
  /** Lines before the first child, without the heading. */
  readonly own: readonly Line[];
  readonly children: readonly OutlineNode[];
  /** Whether the label of a remedy (整改情况：) stands in the heading, a line of its own or a part. */
  readonly remedy: boolean;
  /** A labelled part of the problem above it (（1）整改措施：…), no item beside others. */
  readonly part: boolean;
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
  const heads = headsIn(lines);
  const end = closingStart(lines, heads, signedAt);
  const first = heads.findIndex((head) => head !== null);
  const prefaceEnd = first < 0 ? end : Math.min(first, end);
  return {
    preface: lines.slice(0, prefaceEnd),
    nodes: treeOf(blocksOf(lines.slice(prefaceEnd, end), heads.slice(prefaceEnd, end))),
    closing: lines.slice(end),
  };
}

/** Line by line, then by what the others are like. */
function headsIn(lines: readonly Line[]): readonly (Head | null)[] {
  const own = withoutFindingLists(lines, restyledHeads(headsOf(lines)));
  return withLabelledTitles(lines, withTitledParagraphs(lines, withForgottenNumbers(lines, own)));
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
  part: boolean;
  list: OpenBlock['list'];
}

function treeOf(blocks: readonly Block[]): readonly OutlineNode[] {
  const top: Growing[] = [];
  const nodes = blocks.map((block): Growing => ({
    ...block,
    children: [],
    part: false,
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
  markParts(top);
  return top;
}

/** 整改成效： after the last item of a list under 整改措施： tells of the problem above, not of that item. */
function onlyTellsResult({ opensRemedy, depth }: Growing, open: readonly Growing[]): boolean {
  return !opensRemedy && open.some((above) => above.remedy && above.depth < depth);
}

/** An item of a list inside a remedy stands below its owner; a title without its number beside the problem before it. */
function settleDepth(node: Growing, open: readonly Growing[], next: Growing | undefined): void {
  if (onlyTellsResult(node, open)) node.remedy = false;
  const owner = listOwner(open, node, next);
  if (owner !== null) {
    owner.list = { style: node.head.style, last: node.head.ordinal ?? 0 };
    node.depth = owner.depth + 1;
    node.remedy = false;
  } else if (node.head.slip === 'number-missing') {
    const beside = open.findLast(({ remedy, head }) => remedy || titlesProblem(head.rest));
    node.depth = beside?.depth ?? node.depth;
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

/** （1）反馈问题：… is a part only beside one with what was done; else it is a problem without a remedy. */
function markParts(beside: readonly Growing[]): void {
  const hasRemedy = beside.some(({ head }) => partLabel(head) === 'remedy');
  for (const node of beside) {
    const kind = partLabel(node.head);
    node.part = kind !== null && (kind !== 'finding' || (hasRemedy && !node.remedy));
    markParts(node.children);
  }
}

/** All lines of a node, its heading first, in the order of the document. */
export function linesOf(node: OutlineNode): readonly Line[] {
  return [node.heading, ...node.own, ...node.children.flatMap(linesOf)];
}
