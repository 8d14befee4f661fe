// How much room a text takes in a cell: a Chinese character is two columns wide, a line as high as its letters.

/** Points; Excel takes no higher row. */
export const tallestRow = 409;

const lineHeight = 14;
const padding = 6;

/** Lines a text wraps into, in a column of this width. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(2, Math.floor(width) - 1);
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(columnsOf(line) / room)), 0);
}

/** In points, for a row whose fullest cell has so many lines. */
export function heightOf(lines: number): number {
  return Math.min(tallestRow, Math.max(1, lines) * lineHeight + padding);
}

export function mostLines(): number {
  return Math.floor((tallestRow - padding) / lineHeight);
}

/** The longest beginning of a text that stays within so many lines of a column; whole characters. */
export function beginningWithin(text: string, width: number, lines: number): string {
  let from = 0;
  let to = text.length;
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (linesIn(text.slice(0, middle), width) <= lines) from = middle;
    else to = middle - 1;
  }
  return text.slice(0, from).replace(/[\ud800-\udbff]$/, '');
}

function columnsOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

const wide = /[^\x20-\x7e]/g;
