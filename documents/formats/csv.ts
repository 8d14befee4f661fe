// Comma-separated text into a grid: whichever separator the program that wrote it used.
import { parse } from 'csv-parse/sync';
import type { Contents, GridRow } from '../contents';
import { ImportError } from '../import-error';
import { longest, tooLong, widest } from './table-size';

const separators = [',', '\t', ';', '，', '|'] as const;

/** @throws ImportError when quotes are left open, or there are more rows or columns than in a list of problems */
export function contentsOfCsv(text: string, name: string): Contents {
  const all = records(text);
  if (all.length > longest || all.some(({ length }) => length > widest)) throw tooLong(name);
  const rows = all.map((cells, index): GridRow => {
    const filled = cells.map((cell, column) => ({
      ...{ column: column + 1, text: cell.replace(/\r\n?/g, '\n').trim() },
      ...{ date: null, mergedFrom: null },
    }));
    return { row: index + 1, cells: filled.filter((cell) => cell.text !== '') };
  });
  const grid = { kind: 'grid', name, rows: rows.filter(({ cells }) => cells.length > 0) } as const;
  return { blocks: [grid] };
}

/** True when the first lines are separated alike: what has no extension may still be a table. */
export function looksSeparated(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.slice(0, 5).every((line) => line.split('\t').length > 3);
}

function records(text: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      ...{ delimiter: separatorOf(text), bom: true, relax_column_count: true, relax_quotes: true },
      skip_empty_lines: false,
      // One more than is taken: so a file that is longer is known by it.
      to: longest + 1,
    });
  } catch (error) {
    const line = (error as { readonly lines?: number }).lines;
    throw new ImportError(
      'syntax-invalid',
      `第${line ?? 1}行附近的引号没有配对，表格无法读取。请在 Excel（WPS）中打开核对，另存为 .xlsx 后再导入。`,
      { line },
    );
  }
}

/** The one that is most frequent in the first lines, outside quotes. */
function separatorOf(text: string): string {
  const sample = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const counts = separators.map((each) => [each, sample.split(each).length] as const);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
