/** Twelve letters and digits for a list of keys, the same wherever it is computed: FNV-1a twice, of 31 bits each. Not for secrets. */
export function fingerprint(keys: readonly string[]): string {
  const text = keys.join('\n');
  return [hash(text, 0x811c9dc5), hash(text, 0x9dc5811c)]
    .map((half) => half.toString(36).padStart(6, '0'))
    .join('');
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 1;
}
