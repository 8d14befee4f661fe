// Lines grouped under their numbered headings, before they become a tree.
import type { Head, HeadStyle } from './numbered-heads';
import {
  isResult,
  labelAtStart,
  labelsIn,
  type LabelKind,
  type Place,
} from '../../vocabulary/labels';
import { statusOf } from '../../vocabulary/status-words';
import type { Line } from '../lines/lines';

export interface Block {
  readonly head: Head;
  readonly heading: Line;
  /** Lines until the next heading. */
  readonly own: readonly Line[];
  /** Whether the label of a remedy (整改情况：) stands in the heading or a line of its own. */
  readonly remedy: boolean;
  /** Of its labels, one begins a remedy: 整改成效： only goes on with one. */
  readonly opensRemedy: boolean;
}

/** How deep a numbering stands by custom; a report need not use all. */
export const customaryDepth: Readonly<Record<HeadStyle, number>> = {
  chapter: 1,
  section: 2,
  item: 3,
  parenItem: 4,
  circled: 5,
  worded: 5,
  named: 6,
  unnumbered: 6,
};

/** `heads`: the head of every line, or null. Lines before the first head are left out. */
export function blocksOf(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
): readonly Block[] {
  const starts = lines.flatMap((_, index) => ((heads[index] ?? null) === null ? [] : [index]));
  return starts.flatMap((start, index) => {
    const [heading, ...own] = lines.slice(start, starts[index + 1] ?? lines.length);
    const head = heads[start] ?? null;
    if (heading === undefined || head === null) return [];
    return [{ head, heading, own, ...remediesIn(head, own) }];
  });
}

function remediesIn(head: Head, own: readonly Line[]): Pick<Block, 'remedy' | 'opensRemedy'> {
  const labels = [
    ...remedyLabels(head.rest, 'heading').filter(({ start }) => start > 0),
    ...own.flatMap(({ text }) => remedyLabels(text, 'paragraph')),
  ];
  const opens = ({ name, value }: (typeof labels)[number]) =>
    !isResult(name) && statusOf(value) === null;
  return { remedy: labels.length > 0, opensRemedy: labels.some(opens) };
}

/** 整改进展：已完成 states how far it is, and tells of no remedy. */
function remedyLabels(text: string, place: Place) {
  return labelsIn(text, place)
    .filter(({ kind }) => kind === 'remedy')
    .map((label) => ({ ...label, value: text.slice(label.end) }));
}

/** （1）整改措施：… : what the heading of a sub-item is the label of; null for a heading that is none. */
export function partLabel(head: Head): LabelKind | null {
  if (customaryDepth[head.style] < customaryDepth.item || head.style === 'named') return null;
  return labelAtStart(head.rest)?.kind ?? null;
}
