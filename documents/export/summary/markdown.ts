// 整改情况汇总 as text: Markdown tables, for a chat or a terminal.
import { cleaned } from '../clean';
import { madeFrom } from '../made-from';
import type { RectificationRecord } from '../record';
import { countTables, listTables, type SummaryTable, type Value } from './tables';

/** UTF-8; the same record gives the same text. */
export function summaryMarkdown(record: RectificationRecord): string {
  const clean = cleaned(record);
  const parts = [
    `# ${cell(clean.unit)}${cell(clean.inspectionWord)}整改情况汇总`,
    `${madeFrom(clean)}。`,
    ...[...countTables(clean), ...listTables(clean)].map(section),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section({ name, head, rows }: SummaryTable): string {
  const body = rows.length === 0 ? '无。' : table(head, rows);
  return `## ${name}\n\n${body}`;
}

function table(head: readonly string[], rows: readonly (readonly Value[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row).join('\n');
}

function row(values: readonly Value[]): string {
  return `| ${values.map((value) => cell(String(value))).join(' | ')} |`;
}

/** Nothing a text says becomes markup. */
function cell(text: string): string {
  return text.replace(/\n/g, ' ').replace(/[\\|<>`*_[\]#]/g, (mark) => `\\${mark}`);
}
