// Quotation marks and brackets: where the first sentence ends outside them, and whether they pair up.

const pairs: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
];
const opened = new Set(pairs.map(([open]) => open));
const closed = new Set(pairs.map(([, close]) => close));

/**
 * Index just past the first 。！？ that stands outside quotes and brackets; the first at all where they do not pair;
 * -1 where there is none.
 */
export function endOfFirstSentence(text: string): number {
  let depth = 0;
  let straight = false;
  let first = -1;
  for (let index = 0; index < text.length && index < longestTitle; index += 1) {
    const character = text.charAt(index);
    if (character === '"') {
      straight = !straight;
      depth = Math.max(0, depth + (straight ? 1 : -1));
    } else if (opened.has(character)) depth += 1;
    else if (closed.has(character)) depth = Math.max(0, depth - 1);
    else if (/[。！？!?]/.test(character)) {
      if (depth === 0) return index + 1;
      if (first < 0) first = index + 1;
    }
  }
  return depth > 0 ? first : -1;
}

const longestTitle = 2000;

/** Whether something opened here is still open at the end: the rest stands on the next line. */
export function leavesOpen(text: string): boolean {
  const straight = text.split('"').length - 1;
  return straight % 2 === 1 || unpaired(text).some((mark) => opened.has(mark));
}

/** The marks that lack a partner, each once; half- and full-width brackets pair with one another. */
export function unpaired(text: string): readonly string[] {
  const balance = new Map<string, number>();
  for (const [mark] of text.matchAll(/[“”‘’《》（）()]/g)) {
    const pair = familyOf(mark);
    balance.set(pair, (balance.get(pair) ?? 0) + (opened.has(mark) ? 1 : -1));
  }
  return [...balance].flatMap(([pair, count]) =>
    count === 0 ? [] : pair.charAt(count > 0 ? 0 : 1),
  );
}

/** Both marks of a pair: “”. */
function familyOf(mark: string): string {
  const wide = mark === '(' ? '（' : mark === ')' ? '）' : mark;
  return pairs.find((pair) => pair.includes(wide))?.join('') ?? wide;
}
