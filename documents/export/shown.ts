// What a document holds, for whoever shows it without making a file: the same blocks and tables that the file is made of.
import { bulletinPages } from './bulletin/bulletin';
import { chineseDate } from './chinese-date';
import { cleaned } from './clean';
import type { DocumentName } from './documents';
import { signOffPages } from './forms/sign-off-sheets';
import { urgePages } from './forms/urge-sheets';
import { columns, type Column } from './ledger/columns';
import { madeFrom } from './made-from';
import type { Block } from './page/blocks';
import { progressReportPages } from './progress-report/report';
import type { ProblemRecord, RectificationRecord } from './record';
import { countTables, listTables } from './summary/tables';

export type Shown =
  | { readonly kind: 'text'; readonly blocks: readonly Block[]; readonly madeFrom: string }
  | { readonly kind: 'tables'; readonly tables: readonly ShownTable[]; readonly madeFrom: string };

export interface ShownTable {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @param seqs the problems that are wanted; null: all that it is about */
export function shownOf(
  name: DocumentName,
  record: RectificationRecord,
  seqs: readonly number[] | null,
): Shown {
  const foot = { madeFrom: madeFrom(record) };
  switch (name) {
    case 'bulletin':
      return { kind: 'text', blocks: bulletinPages(record).blocks, ...foot };
    case 'progress-report':
      return { kind: 'text', blocks: progressReportPages(record).blocks, ...foot };
    case 'sign-off-sheet':
      return { kind: 'text', blocks: signOffPages(record, seqs).blocks, ...foot };
    case 'urge-sheet':
      return { kind: 'text', blocks: urgePages(record, seqs).blocks, ...foot };
    case 'ledger':
      return { kind: 'tables', tables: [ledgerTable(cleaned(record))], ...foot };
    case 'summary':
      return { kind: 'tables', tables: summaryTables(cleaned(record)), ...foot };
  }
}

/** Without the columns that nothing stands in. */
function ledgerTable({ problems }: RectificationRecord): ShownTable {
  const rows = problems.map((problem) => columns.map((column) => cellText(column, problem)));
  const used = columns.map((_column, at) => rows.some((row) => (row[at] ?? '') !== ''));
  const keep = (texts: readonly string[]) => texts.filter((_text, at) => used[at]);
  return { name: '台账', head: keep(columns.map(({ name }) => name)), rows: rows.map(keep) };
}

function cellText({ value }: Column, problem: ProblemRecord): string {
  const content = value(problem);
  if (content instanceof Date) return chineseDate(content.toISOString().slice(0, 10));
  return String(content ?? '');
}

function summaryTables(record: RectificationRecord): readonly ShownTable[] {
  return [...countTables(record), ...listTables(record)].map(({ name, head, rows }) => ({
    ...{ name, head },
    rows: rows.map((row) => row.map(String)),
  }));
}
