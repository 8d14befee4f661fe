// Titles without numbers, each on a line of its own straight above labelled lines: 物业监管不力 / 责任领导：… / 措施1：…
// Seen only straight under a chapter or a section that has no numbered items, and only where the text has several.
import { namesFault } from '../../vocabulary/chapter-words';
import { labelAtStart } from '../../vocabulary/labels';
import type { Line } from '../lines/lines';
import type { Head } from './numbered-heads';
import { holdsParagraphs } from './titled-paragraphs';

/** `heads`: the head of every line, or null; what is found here is added. */
export function withLabelledTitles(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
): readonly (Head | null)[] {
  const found = labelledTitles(lines, heads);
  if (found.size < fewest) return heads;
  return heads.map((head, index) => (found.has(index) ? headOf(lines[index]?.text ?? '') : head));
}

const fewest = 2;

function labelledTitles(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
): ReadonlySet<number> {
  const found = new Set<number>();
  let mayStand = false;
  lines.forEach(({ text }, index) => {
    const head = heads[index] ?? null;
    if (head !== null) mayStand = holdsParagraphs(head, mayStand);
    else if (mayStand && isTitle(text) && isOver(lines[index + 1]?.text) && follows(lines, index))
      found.add(index);
  });
  return found;
}

const longestTitle = 60;

function isTitle(text: string): boolean {
  return (
    text.length <= longestTitle &&
    !/[：:；;，,]$|。./.test(text) &&
    labelAtStart(text) === null &&
    namesFault(text)
  );
}

function isOver(next = ''): boolean {
  const kind = labelAtStart(next)?.kind;
  return kind !== undefined && kind !== 'about';
}

/** A heading, a labelled line or a whole sentence stands before it: it is no rest of a title broken in two. */
function follows(lines: readonly Line[], index: number): boolean {
  const before = lines[index - 1]?.text ?? '';
  return /[。！!]$/.test(before) || labelAtStart(before) !== null || !namesFault(before);
}

function headOf(text: string): Head {
  return { style: 'unnumbered', ordinal: null, rest: text, slip: null };
}
