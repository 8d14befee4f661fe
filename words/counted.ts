/** How many there are of each. */

/** In the order given; what there is none of is not said: `限期整改40个、长期坚持13个`. */
export function counted<Word extends string>(
  order: readonly Word[],
  called: Readonly<Record<Word, string>>,
  found: readonly Word[],
  say: (word: string, count: number) => string,
): string {
  return order
    .map((word) => [called[word], found.filter((each) => each === word).length] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => say(word, count))
    .join('、');
}
