// Heads of lines without a number, known by what stands around them: added only where the text has several.
import { chapterRole } from '../../vocabulary/chapter-words';
import type { Line } from '../lines/lines';
import type { Head } from './numbered-heads';

/** What a line without a head is, straight under a chapter or a section without items: `end`: nothing is looked for after it. */
export type Looked = 'title' | 'end' | null;

/** `heads`: the head of every line, or null; what is found here is added. */
export function withUnnumbered(
  lines: readonly Line[],
  heads: readonly (Head | null)[],
  look: (index: number, text: string) => Looked,
): readonly (Head | null)[] {
  const found = new Set<number>();
  let mayStand = false;
  lines.forEach(({ text }, index) => {
    const head = heads[index] ?? null;
    const looked = head === null && mayStand ? look(index, text) : null;
    if (head !== null) mayStand = holdsParagraphs(head, mayStand);
    else if (looked === 'end') mayStand = false;
    else if (looked === 'title') found.add(index);
  });
  if (found.size < fewest) return heads;
  return heads.map((head, index) => (found.has(index) ? headOf(lines[index]?.text ?? '') : head));
}

const fewest = 2;

/** A chapter of organisation or of next steps holds none, nor do its sections. */
function holdsParagraphs({ style, rest }: Head, before: boolean): boolean {
  if (style === 'chapter') return chapterRole(rest) !== 'other';
  return style === 'section' && before;
}

function headOf(text: string): Head {
  return { style: 'unnumbered', ordinal: null, rest: text, slip: null };
}
