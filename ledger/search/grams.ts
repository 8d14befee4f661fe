/**
 * What a text is looked up by: a number for each of its characters and for each pair of neighbours, as Chinese has no spaces
 * between words. Two pairs may share a number; whoever looks something up compares the text itself afterwards. Pure.
 */

/** A text as it is compared: small letters, character by character, so that a part of a text is folded as it is within it. */
export function folded(text: string): string {
  return Array.from(storable(text), (character) => character.toLowerCase()).join('');
}

/** PostgreSQL knows no NUL and no half of a pair of surrogates. */
function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** @param text folded. @returns each number once; none for what is blank */
export function gramsOf(text: string): readonly number[] {
  const grams = new Set<number>();
  let before: number | null = null;
  for (const character of text) {
    const code = isBlank(character) ? null : (character.codePointAt(0) ?? 0);
    if (code !== null) grams.add(mixed(start, code));
    if (code !== null && before !== null) grams.add(mixed(mixed(start, before), code));
    before = code;
  }
  return [...grams];
}

/** What every text has in which the word occurs: its pairs, or its only character. @param word folded, without blanks */
export function gramsWithin(word: string): readonly number[] {
  const codes = Array.from(word, (character) => character.codePointAt(0) ?? 0);
  const [first, ...others] = codes;
  if (first === undefined) return [];
  if (others.length === 0) return [mixed(start, first)];
  const pairs = others.map((code, index) => mixed(mixed(start, codes[index] ?? first), code));
  return [...new Set(pairs)];
}

/** The number of a fact that is looked up whole, such as `by:li-na`. */
export function gramOf(fact: string): number {
  return Array.from(fact).reduce(
    (hash, character) => mixed(hash, character.codePointAt(0) ?? 0),
    start,
  );
}

/** The words of a question, as texts are compared. */
export function wordsIn(text: string | undefined): readonly string[] {
  return folded(text ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function isBlank(character: string): boolean {
  return /^\s$/u.test(character);
}

// FNV-1a over whole characters; 32 bits with a sign, as PostgreSQL's integer has.
const start = 0x811c9dc5 | 0;

function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
