/** Text cut to what the server takes: summaries and details are limited in bytes, and Chinese takes three a character. */

/** At most `limit` bytes of UTF-8, ending in an ellipsis where something was cut. */
export function clip(text: string, limit: number): string {
  if (text.length * 3 <= limit || bytes(text) <= limit) return text;
  const room = limit - 3;
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += bytes(character);
    if (used > room) break;
    kept += character;
  }
  return `${kept}…`;
}

function bytes(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}

/** Bytes a summary may have. */
export const summaryLimit = 400;

/** Bytes current details may have. */
export const detailsLimit = 20_000;
