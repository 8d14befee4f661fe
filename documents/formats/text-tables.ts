// Plain text that holds a table, as one copied out of a word processor does: cells set apart by tabs or by |.
import type { Block, Contents, GridRow } from '../contents';

/** The text's paragraphs and tables; null where no line is separated like a row. */
export function contentsOfText(text: string): Contents | null {
  if (!/\t[^\n]*\t|[|｜][^\n]*[|｜]/.test(text)) return null;
  const blocks: Block[] = [];
  let rows: GridRow[] = [];
  let tables = 0;
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'grid', name: `表${(tables += 1)}`, rows });
    rows = [];
  };
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const cells = cellsIn(line);
    if (cells.length >= fewestColumns) rows.push(rowOf(cells, index + 1));
    else if (!isRule(line)) {
      endTable();
      if (line.trim() !== '')
        blocks.push({ kind: 'paragraph', text: line.trim(), line: index + 1 });
    }
  });
  endTable();
  return tables === 0 ? null : { blocks };
}

const fewestColumns = 4;

function cellsIn(line: string): readonly string[] {
  if (isRule(line)) return [];
  const separator = line.includes('\t') ? '\t' : /[|｜]/;
  return line
    .trim()
    .replace(/^[|｜]|[|｜]$/g, '')
    .split(separator)
    .map((cell) => cell.trim());
}

/** |---|---|, +----+: a line drawn between rows. */
function isRule(line: string): boolean {
  return /^[\s|｜+:—─━┼├┤-]+$/.test(line) && /[-—─━]/.test(line);
}

function rowOf(cells: readonly string[], row: number): GridRow {
  const all = cells.map((text, index) => ({
    column: index + 1,
    text,
    date: null,
    mergedFrom: null,
  }));
  return { row, cells: all.filter(({ text }) => text !== '') };
}
