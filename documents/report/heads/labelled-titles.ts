// Titles without numbers, each on a line of its own straight above labelled lines: 物业监管不力 / 责任领导：… / 措施1：…
import { namesFault } from '../../vocabulary/chapter-words';
import { labelAtStart } from '../../vocabulary/labels';
import type { Line } from '../lines/lines';
import type { Head } from './numbered-heads';
import { withUnnumbered } from './unnumbered';

/** `heads`: the head of every line, or null; what is found here is added. */
export function withLabelledTitles(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
): readonly (Head | null)[] {
  return withUnnumbered(lines, heads, (index, text) =>
    isTitle(text) && isOver(lines[index + 1]?.text) && follows(lines, index) ? 'title' : null,
  );
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
