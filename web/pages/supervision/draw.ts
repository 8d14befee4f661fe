/** Drawing by chance what is spot-checked: the same number always draws the same. Pure. */
import { createHash } from 'node:crypto';

/** In the order of the list. @param seed the number of the draw, as it is kept on file */
export function drawn<Drawn extends { readonly workflow: string; readonly seq: number }>(
  all: readonly Drawn[],
  count: number,
  seed: string,
): readonly Drawn[] {
  const lot = ({ workflow }: Drawn): string =>
    createHash('sha256').update(`${seed}\n${workflow}`).digest('hex');
  return all
    .map((each) => ({ each, lot: lot(each) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, count)
    .map(({ each }) => each)
    .toSorted((one, other) => one.seq - other.seq);
}
