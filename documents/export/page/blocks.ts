// What stands on the pages of a document, before anybody says how it looks. A text may hold gaps.

export type Block = Title | Heading | Paragraph | Closing | Table;

export interface Title {
  readonly kind: 'title';
  readonly text: string;
  /** On a page of its own. */
  readonly newPage?: boolean;
}

/** 1 一、 · 2 （一） · 3 1. · 4 （1）; the number is part of the text. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Bold, before the text: 整改情况： */
  readonly lead: string;
  readonly text: string;
  /** Whom it is addressed to: from the left edge. */
  readonly flush?: boolean;
  /** On one page with what follows. */
  readonly keep?: boolean;
}

/** Who signs, and the day. */
export interface Closing {
  readonly kind: 'closing';
  readonly signer: string;
  readonly date: string;
}

export interface Table {
  readonly kind: 'table';
  /** In hundredths of the width; as many as columns. */
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Least height, in lines of text. */
  readonly lines?: number;
  /** Written on by hand: shares what is left of its page. */
  readonly grows?: true;
  /** Repeated on every page. */
  readonly header?: boolean;
}

export interface Cell {
  /** Paragraphs. */
  readonly text: readonly string[];
  /** How many columns it takes. */
  readonly span?: number;
  /** A label: centred and bold. */
  readonly label?: boolean;
  readonly centred?: boolean;
  /** At the foot of its cell, under what is written by hand. */
  readonly low?: true;
}

export function heading(level: Heading['level'], text: string): Heading {
  return { kind: 'heading', level, text };
}

/** A signature never stands on a page alone. */
export function kept(block: Paragraph): Paragraph {
  return { ...block, keep: true };
}

export function paragraph(text: string, lead = ''): Paragraph {
  return { kind: 'paragraph', lead, text };
}
