/** Sequence numbers in words. Pure. */

/** Sequence numbers as people write them: `1、3、5-9`. */
export function seqWords(seqs: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && seq === last[1] + 1) last[1] = seq;
    else runs.push([seq, seq]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('、');
}
