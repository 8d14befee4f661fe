// Lines into a tree by their numbering: chapters, sections, items, sub-items, each with the lines of its own.
// Knows nothing of what is a problem; sees to it that a list inside a remedy stays inside it.
import { concludes, opensClosing } from './closing';
import { headsOf, type Head, type HeadStyle } from './heads';
import { labelAtStart, labelsIn, type LabelKind } from './labels';
import type { Line } from './lines';

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
  const heads = headsOf(lines);
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
  const conclusions = lines.slice(0, Math.max(lastHead, 0)).every((line) => !concludes(line.text));
  const start = lines.findIndex(
    (line, index) =>
      index > lastHead && (opensClosing(line.text) || (conclusions && concludes(line.text))),
  );
  return start < 0 ? end : Math.min(start, end);
}

interface Block {
  readonly head: Head;
  readonly heading: Line;
  readonly own: Line[];
  readonly children: Block[];
  remedy: boolean;
  depth: number;
  /** The list inside this block's remedy, where one is being counted. */
  list: { readonly style: HeadStyle; readonly last: number } | null;
}

function blocksOf(lines: readonly Line[], heads: readonly (Head | null)[]): readonly Block[] {
  const blocks: Block[] = [];
  lines.forEach((line, index) => {
    const head = heads[index] ?? null;
    if (head !== null) blocks.push(blockFor(head, line));
    else blocks.at(-1)?.own.push(line);
  });
  for (const block of blocks) {
    block.remedy = carriesRemedy(block);
    if (block.remedy) block.list = inlineList(block);
  }
  return blocks;
}

const depths: Readonly<Record<HeadStyle, number>> = {
  chapter: 1,
  section: 2,
  item: 3,
  parenItem: 4,
  circled: 5,
  named: 6,
  unnumbered: 6,
};

function blockFor(head: Head, heading: Line): Block {
  return {
    head,
    heading,
    own: [],
    children: [],
    remedy: false,
    depth: depths[head.style],
    list: null,
  };
}

function carriesRemedy({ head, own }: Block): boolean {
  const inHeading = labelsIn(head.rest, 'heading').some(
    (label) => label.kind === 'remedy' && label.start > 0,
  );
  return (
    inHeading ||
    own.some((line) => labelsIn(line.text, 'paragraph').some((label) => label.kind === 'remedy'))
  );
}

const inlineMarks: readonly (readonly [HeadStyle, RegExp])[] = [
  ['parenItem', /(?:^|[:：。；; ])[（(](\d{1,2})[)）]/g],
  ['item', /(?:^|[:：。；; ])(\d{1,2})[.．、](?!\d)/g],
];

/** A list that counts up from 1 inside the text: the next line may go on with it. */
function inlineList({ head, own }: Block): Block['list'] {
  for (const [style, mark] of inlineMarks) {
    let last = 0;
    for (const text of [head.rest, ...own.map((line) => line.text)]) {
      for (const found of text.matchAll(mark)) if (Number(found[1]) === last + 1) last += 1;
    }
    if (last > 0) return { style, last };
  }
  return null;
}

function treeOf(blocks: readonly Block[]): readonly OutlineNode[] {
  const top: Block[] = [];
  let open: Block[] = [];
  blocks.forEach((block, index) => {
    const owner = listOwner(open, block, blocks[index + 1]);
    if (owner !== null) {
      owner.list = { style: block.head.style, last: block.head.ordinal ?? 0 };
      block.depth = owner.depth + 1;
    } else if (block.head.slip === 'number-missing') {
      block.depth = open.findLast((node) => node.remedy)?.depth ?? block.depth;
    }
    open = open.filter((node) => node.depth < block.depth);
    const parent = open.at(-1);
    (parent?.children ?? top).push(block);
    if (parent !== undefined && isPart(block) && partLabel(block) !== 'finding')
      parent.remedy = true;
    open.push(block);
  });
  return top;
}

/** （1）整改措施：… is a part of the problem above it, not an item beside it; （1）反馈问题：… is one too, unless its remedy follows. */
export function isPart(node: { readonly head: Head; readonly remedy: boolean }): boolean {
  const kind = partLabel(node);
  return kind !== null && (kind !== 'finding' || !node.remedy);
}

function partLabel({ head }: { readonly head: Head }): LabelKind | null {
  return depths[head.style] < depths.item || head.style === 'named'
    ? null
    : (labelAtStart(head.rest)?.kind ?? null);
}

/**
 * Whose remedy a numbered line belongs to although its number would end that problem: a list that starts at 1
 * inside a remedy, its continuation, or a number the problem itself has passed. What opens another remedy is no
 * such line, nor is what stands above one.
 */
function listOwner(open: readonly Block[], block: Block, next: Block | undefined): Block | null {
  const owner = open.findLast((node) => node.remedy);
  const { style, ordinal, rest } = block.head;
  if (owner === undefined || style === 'chapter' || block.depth > owner.depth) return null;
  if (block.remedy || ordinal === null || /^(?:关于|针对).*问题/.test(rest)) return null;
  const continues = owner.list?.style === style && ordinal === owner.list.last + 1;
  const above = open.findLast(({ head, depth }) => head.style === style && depth < owner.depth);
  const mayGoOnAbove = above !== undefined && ordinal === (above.head.ordinal ?? 0) + 1;
  if (continues && (style === 'parenItem' || !mayGoOnAbove)) return owner;
  if (next?.remedy === true && next.depth > block.depth) return null;
  const passed = style === owner.head.style && ordinal < (owner.head.ordinal ?? 0);
  return ordinal === 1 || continues || passed ? owner : null;
}

/** All lines of a node, its heading first, in the order of the document. */
export function linesOf(node: OutlineNode): readonly Line[] {
  return [node.heading, ...node.own, ...node.children.flatMap(linesOf)];
}
