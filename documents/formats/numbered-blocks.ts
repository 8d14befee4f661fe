// Blocks in the order of the text, each paragraph with its line; and that text, for what reads running words.
import type { Block, Cell, Contents, Grid, GridRow } from '../contents';

/** A paragraph whose line is not known yet, or a table. */
export type Piece = { readonly kind: 'paragraph'; readonly text: string } | Grid;

/** Empty paragraphs go; a table takes a line for each of its rows. */
export function contentsOf(pieces: readonly Piece[]): Contents {
  let line = 1;
  const blocks: Block[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'grid') {
      blocks.push(piece);
      line += piece.rows.length;
    } else if (piece.text !== '') {
      blocks.push({ ...piece, line });
      line += 1;
    }
  }
  return { blocks };
}

/** A line a paragraph and a line a row, so that a paragraph's line is its line here. */
export function textOf({ blocks }: Contents): string {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.map(rowText),
  );
  return lines.join('\n');
}

function rowText(row: GridRow): string {
  return ownCells(row)
    .map(({ text }) => text.replace(/\s*\n\s*/g, ' '))
    .join(' ');
}

/** What is merged is there once. */
export function ownCells({ row, cells }: GridRow): readonly Cell[] {
  return cells.filter(
    ({ mergedFrom, column }) =>
      mergedFrom === null || (mergedFrom.row === row && mergedFrom.column === column),
  );
}
