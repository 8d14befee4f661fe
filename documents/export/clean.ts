// Text that any XML and any reader takes: no control characters, no halves of characters, one kind of line end.

/** Every string of a plain value cleaned; the rest as it is. */
export function cleaned<Value>(value: Value): Value {
  return cleanedPart(value) as Value;
}

/** Keeps words, punctuation and emoji; takes away what XML forbids. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(unprintable, '');
}

const unprintable = /(?!\n)\p{Cc}|\p{Surrogate}|[\ufffe\uffff\u200b\u2060\ufeff]/gu;

function cleanedPart(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanedPart);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanedPart(part)]));
}

/** The lines of a text that hold something, trimmed. */
export function linesOfText(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** One line of a text, whatever it was broken into. */
export function inOneLine(text: string): string {
  return linesOfText(text).join('');
}
