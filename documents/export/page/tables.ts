// A table of a form or report: ruled, its columns fixed, so that every program draws it alike.
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Cell, Row, Table as TableBlock } from './blocks';
import { cellSides, formLine, rowPadding } from './measures';
import { runs } from './paragraphs';

/** `width`: of the text, in twips. */
export function table({ widths, rows }: TableBlock, width: number): Table {
  const columns = widths.map((share) => Math.round((width * share) / 100));
  return new Table({
    width: { size: columns.reduce((sum, column) => sum + column, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: { top: ruled, bottom: ruled, left: ruled, right: ruled, ...inside },
    rows: rows.map((row) => tableRow(row, columns)),
  });
}

const ruled = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const inside = { insideHorizontal: ruled, insideVertical: ruled };
/** A row that takes more than about half a page may break. */
const mayBreak = 700;

function tableRow({ cells, lines, header }: Row, columns: readonly number[]): TableRow {
  let column = 0;
  const children = cells.map((cell) => {
    const span = cell.span ?? 1;
    const taken = columns.slice(column, column + span);
    column += span;
    return tableCell(cell, sum(taken));
  });
  return new TableRow({
    children,
    tableHeader: header === true,
    cantSplit: lettersIn(cells) < mayBreak,
    height: { value: (lines ?? 1) * formLine + rowPadding, rule: HeightRule.ATLEAST },
  });
}

function tableCell({ text, span, label, centred, low }: Cell, width: number): TableCell {
  const middle = label === true || centred === true;
  const paragraphs = text.length === 0 ? [''] : text;
  return new TableCell({
    columnSpan: span ?? 1,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: low === true ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: cellSides / 2, right: cellSides / 2 },
    children: paragraphs.map(
      (line) =>
        new Paragraph({
          style: 'Cell',
          alignment: middle ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: runs(line, label === true),
        }),
    ),
  });
}

function lettersIn(cells: readonly Cell[]): number {
  return sum(cells.flatMap(({ text }) => text.map((line) => line.length)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
