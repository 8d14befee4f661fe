// Texts that no row is high enough for: the cell holds their beginning and says where the whole stands.
import { beginningWithin, linesIn, mostLines } from '../sheet/text-size';

export interface Continued {
  readonly seq: number;
  readonly column: string;
  readonly text: string;
}

export const continuedSheet = '续文';

/** The cell's text, and whether the whole has to stand elsewhere. */
export function fitted(
  text: string,
  width: number,
): { readonly text: string; readonly cut: boolean } {
  if (linesIn(text, width) <= mostLines()) return { text, cut: false };
  const beginning = beginningWithin(text, width, mostLines() - 3);
  return { text: `${beginning}……（全文见“${continuedSheet}”表）`, cut: true };
}

/** Pieces that each fit a row of the sheet for long texts. */
export function pieces(text: string, width: number): readonly string[] {
  const found: string[] = [];
  for (let rest = text; rest !== '';) {
    const piece = beginningWithin(rest, width, mostLines() - 1);
    const taken = piece === '' ? rest : piece;
    found.push(taken);
    rest = rest.slice(taken.length).replace(/^\n/, '');
  }
  return found;
}
