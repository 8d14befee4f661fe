/** Figures as markdown tables: an estimate with its interval in each cell. */
import { columns, type Row } from './figure';
import type { Estimate } from './statistics';
import { judge, targetWords } from './targets';

/** A table of rows with every column that one of them has. */
export function tableOf(rows: readonly Row[], ratioOf = 'ours ÷ handwritten'): string {
  const shown = columns.filter((column) => rows.some(({ values }) => column in values));
  const hasRatio = rows.some(({ ratio }) => ratio !== undefined);
  const hasTarget = rows.some(({ target }) => target !== undefined);
  const head = ['', ...shown, ...(hasRatio ? [ratioOf] : []), ...(hasTarget ? ['target'] : [])];
  const body = rows.map((row) => [
    row.unit === '' ? row.what : `${row.what}, ${row.unit}`,
    ...shown.map((column) => cell(row.values[column])),
    ...(hasRatio ? [cell(row.ratio)] : []),
    ...(hasTarget ? [verdict(row)] : []),
  ]);
  return markdown([head, ...body]);
}

/** `12.3 (11.8–12.9)`; a value that is exact stands alone. */
export function cell(estimate: Estimate | undefined): string {
  if (estimate === undefined) return '–';
  const { value, low, high } = estimate;
  const [middle, from, to] = [value, low, high].map(digits);
  return from === to ? `${middle}` : `${middle} (${from}–${to})`;
}

/** Three digits that say something; whole numbers from a hundred on. */
export function digits(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
  return Number.isInteger(value) ? String(value) : value.toFixed(places);
}

function verdict(row: Row): string {
  const judged = judge(row);
  if (row.target === undefined || judged === null) return '';
  const words = targetWords(row.target, row.unit);
  return `${judged.verdict === 'reached' ? '✓' : '✗'} ${words}${judged.sure ? '' : ' (interval crosses it)'}`;
}

function markdown([head = [], ...body]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = `|${head.map((_cell, index) => (index === 0 ? '---' : '---:')).join('|')}|`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
