/** What stands in a file, whatever its format: paragraphs and tables, in order, with the places people know them by. */
import type { PlainDate } from '../domain/words';

export interface Contents {
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Grid;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** With its automatic number as printed (`（一）`, `1.`), where the format keeps it apart; no line break inside. */
  readonly text: string;
  /** 1-based line of the file's text: what warnings point at. */
  readonly line: number;
}

export interface Grid {
  readonly kind: 'grid';
  /** The sheet's name; `表1`, `表2` for tables inside a text. */
  readonly name: string;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** As the program that wrote it counts rows, from 1. */
  readonly row: number;
  /** In the order of columns; a column without a cell is empty. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** From 1. */
  readonly column: number;
  /** As people see it; lines inside the cell are kept, ends trimmed. */
  readonly text: string;
  /** The day, where the cell holds a date and not words. */
  readonly date: PlainDate | null;
  /** Where it is merged: the cell whose content it shows. Its own place for the merged range's first cell; null elsewhere. */
  readonly mergedFrom: { readonly row: number; readonly column: number } | null;
}

/** `C5`, as spreadsheets name a cell; prefixed with the sheet where there are several. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}
