/** Where a field stands in a file's data, as parts and as people read it. Pure. */

export type FieldPath = readonly (string | number)[];

/** `['people', 0, 'roles']` as `people[0].roles`. */
export function pathWords(path: FieldPath): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`))
    .join('');
}

/** `people[0].roles` as `['people', 0, 'roles']`. */
export function pathParts(words: string): FieldPath {
  const parts = words.match(/[^.[\]]+/g) ?? [];
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
