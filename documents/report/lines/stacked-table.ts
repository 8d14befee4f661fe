// A table pasted as text, one cell a line: its header names the columns, each row begins with its number alone.
// Rows become a numbered title and labelled lines; text without such a header stays as it is.
import { labelAtStart } from '../../vocabulary/labels';
import { withPlainDigits } from '../../vocabulary/half-width';

interface Line {
  readonly number: number;
  readonly text: string;
}

export function withoutStackedTables(lines: readonly Line[]): readonly Line[] {
  const start = lines.findIndex(
    (line, index) => isNumberColumn(line) && headerAt(lines, index) !== null,
  );
  const header = start < 0 ? null : headerAt(lines, start);
  if (header === null) return lines;
  const { rows, end } = rowsAfter(lines, start + header.length, header.length);
  const title = header.findIndex((name) => labelAtStart(name)?.kind === 'finding');
  const rewritten = rows.flatMap((row) => asLabelled(row, header, title));
  return [...lines.slice(0, start), ...rewritten, ...withoutStackedTables(lines.slice(end))];
}

function isNumberColumn({ text }: Line): boolean {
  return /^(?:序号|编号|问题序号)$/.test(text);
}

const fewestColumns = 4;

/** The names of the columns from here on; null where these are no header. */
function headerAt(lines: readonly Line[], start: number): readonly string[] | null {
  const isName = ({ text }: Line) =>
    labelAtStart(text)?.end === text.length || /^(?:备注|分类|类别)$/.test(text);
  const after = lines.slice(start + 1, start + 16);
  const count = after.findIndex((line) => !isName(line));
  const names = after.slice(0, Math.max(count, 0)).map(({ text }) => text);
  const titled = names.some((name) => labelAtStart(name)?.kind === 'finding');
  return titled && names.length + 1 >= fewestColumns ? ['序号', ...names] : null;
}

interface Row {
  readonly number: Line;
  readonly cells: readonly Line[];
}

/** Rows numbered from 1; the last takes as many cells as there are columns. */
function rowsAfter(lines: readonly Line[], start: number, columns: number) {
  const rows: Row[] = [];
  let end = start;
  let at = numberOf(lines[start]) === 1 ? start : -1;
  for (let number = lines[at]; number !== undefined; number = lines[at]) {
    const next = nextRow(lines, at);
    const cells = wholeCells(lines.slice(at + 1, next < 0 ? at + longestRow : next));
    const kept = next < 0 ? cells.slice(0, columns - 1) : cells;
    rows.push({ number, cells: kept.map(({ line }) => line) });
    end = at + 1 + kept.reduce((sum, { lines: count }) => sum + count, 0);
    at = next;
  }
  return { rows, end };
}

const longestRow = 40;

/** Where the next number stands; failing that the one after it, as a number may be missing. */
function nextRow(lines: readonly Line[], at: number): number {
  const number = numberOf(lines[at]) ?? 0;
  const places = [1, 2].map((step) =>
    lines
      .slice(at + 1, at + longestRow * step)
      .findIndex((line) => numberOf(line) === number + step),
  );
  const place = places.find((found) => found >= 0);
  return place === undefined ? -1 : at + 1 + place;
}

function numberOf(line: Line | undefined): number | null {
  const found = /^(\d{1,3})[.、．]?$/.exec(withPlainDigits(line?.text ?? ''));
  return found === null ? null : Number(found[1]);
}

/** A cell that breaks off at a comma goes on with the next line. */
function wholeCells(lines: readonly Line[]): readonly { line: Line; lines: number }[] {
  const cells: { line: Line; lines: number }[] = [];
  for (const line of lines) {
    const last = cells.at(-1);
    if (last !== undefined && /[；;，,、]$/.test(last.line.text)) {
      last.line = { ...last.line, text: last.line.text + line.text };
      last.lines += 1;
    } else cells.push({ line, lines: 1 });
  }
  return cells;
}

/** What is too many goes to the column after the title, where long texts stand. */
function asLabelled(
  { number, cells }: Row,
  header: readonly string[],
  title: number,
): readonly Line[] {
  const surplus = Math.max(cells.length - (header.length - 1), 0);
  const heading = cells[title - 1];
  if (heading === undefined) return [number, ...cells];
  const ordinal = number.text.replace(/[.、．]$/, '');
  const others = cells.flatMap((cell, index) => {
    if (index === title - 1) return [];
    const column = index < title ? index + 1 : Math.max(index + 1 - surplus, title + 1);
    const goesOn = surplus > 0 && column === title + 1 && index > title;
    const name = header[column] ?? '';
    return [{ ...cell, text: goesOn || name === '' ? cell.text : `${name}：${cell.text}` }];
  });
  return [{ ...heading, text: `${ordinal}.${heading.text}` }, ...others];
}
