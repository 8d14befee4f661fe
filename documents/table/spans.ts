/** A sheet cut at its headers: the rows under each, a header repeated on the next page left out. */
import { headerAt, type Header } from './header';
import type { Sheet, SheetCell, SheetRow } from './sheet';

export interface Span {
  readonly header: Header;
  readonly rows: readonly SheetRow[];
}

/** `start`: the first of the sheet's rows under `first`. */
export function spansOf({ rows }: Sheet, first: Header, start: number): readonly Span[] {
  const spans: { header: Header; rows: SheetRow[] }[] = [{ header: first, rows: [] }];
  for (let index = start; index < rows.length; index += 1) {
    const header = headerAt(rows, index);
    const current = spans.at(-1);
    const row = rows[index];
    if (header === null && row !== undefined) current?.rows.push(row);
    if (header === null) continue;
    if (current === undefined || !isSame(header, current.header)) spans.push({ header, rows: [] });
    index = header.end - 1;
  }
  return spans.map((span) => ({ ...span, rows: withDittos(span.rows) }));
}

function isSame(a: Header, b: Header): boolean {
  return wordsOf(a) === wordsOf(b);
}

function wordsOf({ headings }: Header): string {
  return headings.map(({ column, words }) => `${column}${words}`).join('|');
}

/** 同上 shows what the cell above shows. */
function withDittos(rows: readonly SheetRow[]): readonly SheetRow[] {
  const above = new Map<number, SheetCell>();
  return rows.map(({ row, cells }) => ({
    row,
    cells: new Map(
      [...cells].map(([column, cell]) => {
        const last = above.get(column);
        const shown =
          ditto.test(cell.text) && last !== undefined
            ? { ...cell, text: last.text, date: last.date }
            : cell;
        if (shown.text !== '') above.set(column, shown);
        return [column, shown];
      }),
    ),
  }));
}

const ditto = /^(?:同上|〃|″|")$/;
