// Which numbering the problems of a report carry: 1. or （1） or （一）. Labels decide where there are any;
// else the number the report declares of itself, else the wording of titles.
import { namesFault } from '../../vocabulary/chapter-words';
import { labelsIn } from '../../vocabulary/labels';
import type { HeadStyle } from '../heads/numbered-heads';
import type { OutlineNode } from './outline';
import { bearsRemedy, speaksOfProblem } from './remedies';

/** `declared`: how many problems the report says it has. null: nothing here looks like a problem. */
export function problemStyle(
  nodes: readonly OutlineNode[],
  declared: number | null,
): HeadStyle | null {
  const all = tallies(nodes);
  const items = all.filter(({ style }) => style !== 'chapter');
  return (
    most(all, ({ remedies }) => remedies) ??
    most(items, ({ led }) => led) ??
    items.find(({ count }) => count === declared)?.style ??
    items.findLast(({ titled, count }) => titled > 1 && titled * 5 >= count * 3)?.style ??
    most(items, ({ complete }) => complete) ??
    items.findLast(({ faults, count }) => faults * 5 >= count * 3)?.style ??
    most(items, ({ bodies }) => bodies)
  );
}

interface Tally {
  readonly style: HeadStyle;
  readonly count: number;
  /** With a remedy of their own. */
  readonly remedies: number;
  /** With a leader or a status of their own: measures have neither. */
  readonly led: number;
  /** Called 关于…问题, and what is numbered below is what was done. */
  readonly titled: number;
  /** Naming a fault and followed by text. */
  readonly complete: number;
  readonly faults: number;
  readonly bodies: number;
}

/** The style with the most, the deepest of equals; null where all have none. */
function most(all: readonly Tally[], by: (tally: Tally) => number): HeadStyle | null {
  let best: Tally | null = null;
  for (const tally of all) if (by(tally) >= Math.max(1, best === null ? 0 : by(best))) best = tally;
  return best?.style ?? null;
}

const shallowFirst: readonly HeadStyle[] = [
  'chapter',
  'section',
  'item',
  'parenItem',
  'circled',
  'worded',
  'named',
  'unnumbered',
];

function tallies(nodes: readonly OutlineNode[]): readonly Tally[] {
  const byStyle = new Map<HeadStyle, OutlineNode[]>();
  const gather = (node: OutlineNode): void => {
    if (node.part) return;
    const known = byStyle.get(node.head.style);
    if (known === undefined) byStyle.set(node.head.style, [node]);
    else known.push(node);
    node.children.forEach(gather);
  };
  nodes.forEach(gather);
  return shallowFirst.flatMap((style) => tallyOf(style, byStyle.get(style) ?? []));
}

function tallyOf(style: HeadStyle, nodes: readonly OutlineNode[]): readonly Tally[] {
  if (nodes.length === 0) return [];
  const count = (test: (node: OutlineNode) => boolean) => nodes.filter(test).length;
  return [
    {
      style,
      count: nodes.length,
      remedies: count((node) => bearsRemedy(node) || style === 'named'),
      led: count(isLed),
      titled: count((node) => speaksOfProblem(node) && !holdsFaults(node)),
      complete: count((node) => (hasBody(node) || holdsDeeds(node)) && isFault(node)),
      faults: count(isFault),
      bodies: count(hasBody),
    },
  ];
}

/** In its own line: lines below the last of a list of measures tell of the problem above. */
function isLed({ head }: OutlineNode): boolean {
  return labelsIn(head.rest, 'heading').some(
    ({ kind, name }) => kind === 'status' || /领导/.test(name),
  );
}

const isFault = ({ head }: OutlineNode): boolean => namesFault(head.rest.slice(0, 200));

/** What is numbered below names faults: this is a group of problems. */
function holdsFaults({ children }: OutlineNode): boolean {
  const items = children.filter((child) => !child.part);
  return items.filter((item) => isFault(item) && !tellsDeed(item)).length * 2 > items.length;
}

/** What is numbered below is what was done: ①修订制度 ②清退资金. */
function holdsDeeds(node: OutlineNode): boolean {
  return node.children.some((child) => !child.part) && !holdsFaults(node);
}

/** 对3个问题立行立改: a fault is named, but as what was dealt with. */
function tellsDeed({ head }: OutlineNode): boolean {
  return /^(?:修订|制定|印发|出台|完善|建立|健全|成立|召开|组织|开展|清理|清退|追缴|收回|退还|约谈|对|已|完成|加强|强化|严格|落实|编制|举办|督促|全面|深入|进一步|\d{4}年)/.test(
    head.rest,
  );
}

/** Where nothing names faults in words we know: 1. before （1）, （一） and 一、, as lists of findings are numbered. */
export function listStyle(nodes: readonly OutlineNode[]): HeadStyle | null {
  const used = new Set(tallies(nodes).map(({ style }) => style));
  return (
    (['item', 'parenItem', 'section', 'chapter'] as const).find((style) => used.has(style)) ?? null
  );
}

/** More than a heading: paragraphs of its own, or sentences after the first. */
function hasBody(node: OutlineNode): boolean {
  return node.own.length > 0 || /[。；;].{10}|[，,：:。]一是/.test(node.head.rest);
}
