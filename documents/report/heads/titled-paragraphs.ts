// Problems without numbers that share their paragraph with what was done: 关于组织生活不严肃的问题。规范“三会一课”…
// Seen only straight under a chapter or a section, and only where the text has several.
import { chapterRole, namesFault } from '../../vocabulary/chapter-words';
import { labelsIn } from '../../vocabulary/labels';
import type { Line } from '../lines/lines';
import type { Head } from './numbered-heads';

/** `heads`: the head of every line, or null; what is found here is added. */
export function withTitledParagraphs(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
): readonly (Head | null)[] {
  const found = titledParagraphs(lines, heads);
  if (found.size < fewest) return heads;
  return heads.map((head, index) => (found.has(index) ? headOf(lines[index]?.text ?? '') : head));
}

const fewest = 2;

function titledParagraphs(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
): ReadonlySet<number> {
  const found = new Set<number>();
  let mayStand = false;
  lines.forEach(({ text }, index) => {
    const head = heads[index] ?? null;
    if (head !== null) mayStand = holdsParagraphs(head, mayStand);
    else if (labelsIn(text, 'paragraph').some(({ kind }) => kind === 'remedy')) mayStand = false;
    else if (mayStand && opensWithProblem(text)) found.add(index);
  });
  return found;
}

/** A chapter of organisation or of next steps holds none, nor do its sections. */
export function holdsParagraphs({ style, rest }: Head, before: boolean): boolean {
  if (style === 'chapter') return chapterRole(rest) !== 'other';
  return style === 'section' && before;
}

/** 针对巡察组反馈的问题，… names no fault. */
function opensWithProblem(text: string): boolean {
  const title = /^(?:关于|针对)([^。；;]{2,120}?)(?:的)?问题[。：:，,]/.exec(text)?.[1];
  return title !== undefined && namesFault(title.replace(/问题/g, ''));
}

function headOf(text: string): Head {
  return { style: 'unnumbered', ordinal: null, rest: text, slip: null };
}
