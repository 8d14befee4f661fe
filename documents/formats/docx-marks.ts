// Marks that stand in a paragraph's words only while it is read: where a field begins and where a box does.

const [boxStart, boxEnd] = ['\u0000', '\u0001'];
const [begin, separate, end] = ['\u0002', '\u0003', '\u0004'];

/** By `w:fldCharType`. */
export const fieldMarks: Readonly<Record<string, string>> = { begin, separate, end };

export function boxed(words: string): string {
  return boxStart + words + boxEnd;
}

/** A file made to nest without end is not followed further. */
const deepest = 20;

const innermostField = new RegExp(
  `${begin}[^${begin}${separate}${end}]*(?:${separate}([^${begin}${separate}${end}]*))?${end}`,
  'g',
);

/** Fields show their result; a field inside another's code goes with the code. One that goes on elsewhere keeps its words. */
export function withoutFieldCodes(words: string): string {
  if (!words.includes(begin)) return withoutMarks(words);
  const fewer = (text: string) =>
    text.replace(innermostField, (_all, result: string | undefined) => result ?? '');
  return withoutMarks(untilStable(words, fewer));
}

function withoutMarks(words: string): string {
  return words.replace(new RegExp(`[${begin}${separate}${end}]`, 'g'), '');
}

/** The line's own words, and beside them those of each box that hangs in it. */
export function partedBoxes(words: string): { own: string; boxes: readonly string[] } {
  const boxes: string[] = [];
  const innermostBox = new RegExp(`${boxStart}([^${boxStart}${boxEnd}]*)${boxEnd}`, 'g');
  const outside = untilStable(words, (text) =>
    text.replace(innermostBox, (_all, inside: string) => {
      boxes.push(inside);
      return '';
    }),
  );
  return { own: outside.replace(new RegExp(`[${boxStart}${boxEnd}]`, 'g'), ''), boxes };
}

function untilStable(text: string, change: (text: string) => string): string {
  let now = text;
  for (let round = 0; round < deepest; round += 1) {
    const next = change(now);
    if (next === now) return now;
    now = next;
  }
  return now;
}
