/** Makes texts fit the room that a provider gives, in characters and in bytes, never through the middle of a character. Pure. */

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** At most so many characters as people see them, the last of them `…` where something was left out. */
export function clip(text: string, room: number): string {
  // Most texts are short, and a segmenter takes its time.
  if (text.length <= room) return text;
  let seen = 0;
  let end = 0;
  // No further than to the first that has no room: a text may be a thousand times as long.
  for (const { index } of graphemes.segment(text)) {
    seen += 1;
    if (seen === room) end = index;
    if (seen > room) return `${text.slice(0, end)}…`;
  }
  return text;
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** How much is told: of the most urgent items so many, each text of at most so many characters. */
export interface Measure {
  readonly shown: number;
  readonly room: number;
}

/** From all that is wanted down to what always has room. */
const measures: readonly Measure[] = [
  { shown: 3, room: 160 },
  { shown: 3, room: 80 },
  { shown: 2, room: 80 },
  { shown: 1, room: 80 },
  { shown: 1, room: 24 },
  { shown: 0, room: 24 },
];

/** The fullest of the renderings that has room; the barest where none has. */
export function fitting<Rendered>(
  render: (measure: Measure) => Rendered,
  size: (rendered: Rendered) => number,
  limit: number,
): Rendered {
  const [first = { shown: 0, room: 24 }, ...rest] = measures;
  let rendered = render(first);
  for (const measure of rest) {
    if (size(rendered) <= limit) break;
    rendered = render(measure);
  }
  return rendered;
}
