// Tables that are forms, as sign-off sheets are: in each row labels, each with what belongs to it (反馈问题 | 预算执行慢), a table a
// problem. They are read as the lines they stand for: 反馈问题：预算执行慢.
import type { Cell, Contents, Grid, GridRow } from '../contents';
import { labelAtStart } from '../vocabulary/labels';
import { contentsOf, ownCells, type Piece } from './numbered-blocks';

/** The contents with every form as lines. */
export function withFormsAsLines({ blocks }: Contents): Contents {
  return contentsOf(
    blocks.flatMap((block): readonly Piece[] =>
      block.kind === 'grid' && isForm(block) ? linesOf(block) : [block],
    ),
  );
}

const fewestRows = 3;

/** Nearly every row begins with a label and has something beside it; headings of a list have nothing but labels. */
function isForm({ rows }: Grid): boolean {
  const labelled = rows.filter((row) => {
    const [first, ...others] = filledCells(row);
    return first !== undefined && isLabel(first) && others.some((cell) => !isLabel(cell));
  });
  return rows.length >= fewestRows && labelled.length * 5 >= rows.length * 4;
}

function isLabel({ text }: Cell): boolean {
  const words = text.replace(/\s/g, '');
  return /^(?:问题)?(?:序号|编号)$|^备注$/.test(words) || labelAtStart(words)?.end === words.length;
}

/** A line a label; the problem's number and words come first, wherever the form has them. */
function linesOf({ rows }: Grid): readonly Piece[] {
  const lines = rows.flatMap(linesOfRow).sort((one, other) => rankOf(one) - rankOf(other));
  return lines.map((text) => ({ kind: 'paragraph', text }));
}

function rankOf(line: string): number {
  if (/^(?:问题)?(?:序号|编号)：/.test(line)) return 0;
  return /^[^：]*问题[^：]*：/.test(line) ? 1 : 2;
}

function linesOfRow(row: GridRow): readonly string[] {
  const lines: string[] = [];
  for (const cell of filledCells(row)) {
    if (isLabel(cell)) lines.push(`${cell.text.replace(/\s/g, '')}：`);
    else lines.push(`${lines.pop() ?? ''}${onOneLine(cell.text)}`);
  }
  return lines;
}

/** Lines of a cell are items of a list. */
function onOneLine(text: string): string {
  return text.trim().replace(/([。；;：:，,])?\s*\n\s*/g, (_, mark?: string) => mark ?? '；');
}

/** What is merged and what is empty apart. */
function filledCells(row: GridRow): readonly Cell[] {
  return ownCells(row).filter(({ text }) => text.trim() !== '');
}
