/** The last item of each key, in the order of the keys' first appearance. */
export function lastOf<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
