// The rows of a form that are written on by hand share what their page has left: no sheet ends in its middle, none on a second page.
import type { Block, Row, Table } from '../page/blocks';
import * as sizes from '../page/measures';
import { linesIn } from '../sheet/text-size';

/** The blocks of one page of a form; as they are where the page is full without. */
export function filledPage(blocks: readonly Block[]): readonly Block[] {
  const growing = blocks.flatMap(rowsOf).filter(({ grows }) => grows === true).length;
  const more = Math.min(mostAdded, Math.floor(left(blocks) / sizes.formLine / growing));
  return growing === 0 || more <= 0 ? blocks : blocks.map((block) => grown(block, more));
}

/** More lines than anybody writes into one row. */
const mostAdded = 6;
/** Programs break lines a little differently. */
const spare = 2 * sizes.formLine;

function rowsOf(block: Block): readonly Row[] {
  return block.kind === 'table' ? block.rows : [];
}

function grown(block: Block, more: number): Block {
  if (block.kind !== 'table') return block;
  const rows = block.rows.map((row) =>
    row.grows === true ? { ...row, lines: linesOf(row, block) + more } : row,
  );
  return { ...block, rows };
}

/** Twips. */
function left(blocks: readonly Block[]): number {
  const used = blocks.reduce((sum, block) => sum + heightOf(block), 0);
  return sizes.textHeight(sizes.formMargins) - used - spare;
}

function heightOf(block: Block): number {
  if (block.kind === 'title') return sizes.formTitle;
  if (block.kind !== 'table') return sizes.formLinePitch;
  return block.rows.reduce(
    (sum, row) => sum + linesOf(row, block) * sizes.formLine + sizes.rowPadding,
    0,
  );
}

/** As many as its fullest cell has, and as were asked for. */
function linesOf({ cells, lines = 1 }: Row, { widths }: Table): number {
  let column = 0;
  const counts = cells.map(({ text, span = 1 }) => {
    const share = widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
    column += span;
    return text.reduce((sum, paragraph) => sum + linesIn(paragraph, halfCharactersIn(share)), 0);
  });
  return Math.max(lines, ...counts);
}

function halfCharactersIn(share: number): number {
  const width = (sizes.textWidth(sizes.formMargins) * share) / 100 - sizes.cellSides;
  return (2 * width) / sizes.formCharacter;
}
