// Text whose lines were broken at a fixed width (copied from a PDF or an old editor), put back into paragraphs.
// Does nothing unless the whole text looks like that.
import { opensClosing } from '../../vocabulary/closing';
import { headOf } from './heads';
import { labelAtStart } from '../../vocabulary/labels';
import type { Line } from '../lines/lines';

export function unwrapped(lines: readonly Line[]): readonly Line[] {
  const width = wrapWidth(lines);
  if (width === null) return lines;
  const joined: { number: number; parts: string[]; full: boolean }[] = [];
  for (const { number, text } of lines) {
    const full = cells(text) >= width * nearlyFull && !isFinished(text);
    const last = joined.at(-1);
    if (last?.full === true && !opensParagraph(text)) {
      last.parts.push(text);
      last.full = full;
    } else {
      joined.push({ number, parts: [text], full });
    }
  }
  return joined.map(({ number, parts }) => ({ number, text: parts.join('') }));
}

const nearlyFull = 0.9;
const enoughLines = 20;

/** The width most unfinished lines share; null where lines end where sentences do. */
function wrapWidth(lines: readonly Line[]): number | null {
  const long = lines.filter(({ text }) => cells(text) >= 40);
  const unfinished = long.filter(({ text }) => !isFinished(text));
  if (long.length < enoughLines || unfinished.length * 2 < long.length) return null;
  const widths = unfinished.map(({ text }) => cells(text)).sort((a, b) => a - b);
  const middle = widths[Math.floor(widths.length / 2)] ?? 0;
  const near = widths.filter(
    (width) => Math.abs(width - middle) <= middle * (1 - nearlyFull),
  ).length;
  return near * 4 >= widths.length * 3 ? middle : null;
}

function isFinished(text: string): boolean {
  return /[。！？：:；;]$/.test(text);
}

/** Printed width: a Chinese character takes two cells. */
function cells(text: string): number {
  return text.length + (text.match(/[^\x20-\x7e]/g)?.length ?? 0);
}

function opensParagraph(text: string): boolean {
  const head = headOf(text, { next: undefined, expected: 0, previous: null });
  return head !== null || labelAtStart(text) !== null || opensClosing(text);
}
