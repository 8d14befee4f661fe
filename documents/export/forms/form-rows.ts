// Rows of boxed forms: a label and what belongs to it, over four columns.
import type { Cell, Row, Table } from '../page/blocks';

/** Two labels and two values; a value alone takes the other three. */
export function formTable(rows: readonly Row[]): Table {
  return { kind: 'table', widths: [19, 31, 19, 31], rows };
}

/** One label over the whole width; `lines`: room for handwriting. */
export function wideRow(label: string, text: readonly string[], lines = 1): Row {
  return { cells: [labelCell(label), { text, span: 3 }], lines };
}

export function pairRow(left: readonly [string, string], right: readonly [string, string]): Row {
  return {
    cells: [labelCell(left[0]), { text: [left[1]] }, labelCell(right[0]), { text: [right[1]] }],
  };
}

function labelCell(text: string): Cell {
  return { text: [text], label: true };
}

/** Written on by hand, its text at the foot. */
export function handRow(label: string, text: readonly string[], lines: number): Row {
  return { cells: [labelCell(label), { text, span: 3, low: true }], lines, grows: true };
}

/** Where somebody signs on paper. */
export const signaturePlace = '签字：　　　　　　　　　　　　　年　　月　　日';
