/** Why no list was found in a file, in the file's own words: what was looked for, and what stands there instead. */
import { ImportError } from '../import-error';
import { exampleHeadings } from './heading-words';
import { filled, placeOf } from './sheet';
import type { SheetReading } from './table-reading';

const shownRows = 5;

export function nothingFound(readings: readonly SheetReading[], name: string): ImportError {
  const headed = readings.find(({ parts }) => parts.length > 0);
  const words = headed === undefined ? noHeader(readings, name) : noRows(headed, name);
  return new ImportError('no-problems-found', words);
}

function noRows({ sheet, parts }: SheetReading, name: string): string {
  const heading = parts[0]?.header.headings[0];
  const at = placeOf(sheet.name, heading?.row ?? 1, heading?.column ?? 1);
  return `${name}在 ${at} 有表头，但表头下面没有问题。空表请先填写；不是空表的，请检查内容是否完整后再导入。`;
}

function noHeader(readings: readonly SheetReading[], name: string): string {
  const rows = readings
    .flatMap(({ sheet }) => sheet.rows.map(filled))
    .map((cells) => cells.map(({ text }) => text.replace(/\n/g, ' ')).join(' | '))
    .filter((row) => row !== '');
  return [
    `${name}里没有找到问题清单的表头。表头应有“问题”一栏和另外至少一栏，如：${exampleHeadings}。`,
    rows.length === 0 ? '表格是空的。请检查是否选错了文件。' : '文件开头是：',
    ...rows.slice(0, shownRows).map((row) => `  ${row.slice(0, 80)}`),
  ].join('\n');
}
