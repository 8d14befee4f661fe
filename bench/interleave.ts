/** The order in which arms take turns, so that what else the machine does falls on all of them alike. */

/** One round: every arm forth, then every arm back (ABBA), so that a steady drift cancels out. Each arm comes twice. */
export function abba<A>(arms: readonly A[]): readonly A[] {
  return [...arms, ...[...arms].reverse()];
}

/** The next round begins with the next arm: else the first would always come twice in a row, warm from its own turn before. */
function rotated<A>(arms: readonly A[], round: number): readonly A[] {
  const first = round % arms.length;
  return [...arms.slice(first), ...arms.slice(0, first)];
}

/** Takes `rounds` rounds of samples, one turn after another. By arm, in order: the n-th of each were taken side by side. */
export async function interleaved<A extends string, T>(
  arms: readonly A[],
  rounds: number,
  take: (arm: A, round: number) => Promise<T>,
): Promise<{ readonly [arm in A]: readonly T[] }> {
  const taken = Object.fromEntries(arms.map((arm) => [arm, [] as T[]])) as { [arm in A]: T[] };
  for (let round = 0; round < rounds; round += 1)
    for (const arm of abba(rotated(arms, round))) taken[arm].push(await take(arm, round));
  return taken;
}
