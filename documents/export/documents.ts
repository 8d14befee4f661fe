// Every document out by its name: what makes it, and as which kind of file.
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { bulletin } from './bulletin/bulletin';
import { signOffSheets } from './forms/sign-off-sheets';
import { urgeSheets } from './forms/urge-sheets';
import { ledgerWorkbook } from './ledger/ledger';
import { progressReport } from './progress-report/report';
import { gapsInText } from './gap';
import type { RectificationRecord } from './record';
import { summaryMarkdown } from './summary/markdown';
import { summaryWorkbook } from './summary/workbook';

export interface DocumentOut {
  readonly extension: 'docx' | 'xlsx';
  /** The same record gives the same bytes. @param seqs the problems that are wanted; null: all that it is about */
  readonly make: (
    record: RectificationRecord,
    seqs: readonly number[] | null,
  ) => Promise<Uint8Array>;
  /** A page a problem: some may be chosen. */
  readonly byProblem: boolean;
}

const whole = (
  extension: DocumentOut['extension'],
  make: (record: RectificationRecord) => Promise<Uint8Array>,
): DocumentOut => ({ extension, make, byProblem: false });

export const documentNames = [
  ...(['bulletin', 'progress-report', 'ledger', 'summary'] as const),
  ...(['sign-off-sheet', 'urge-sheet'] as const),
] as const;
export type DocumentName = (typeof documentNames)[number];

export const documentsOut: Readonly<Record<DocumentName, DocumentOut>> = {
  bulletin: whole('docx', bulletin),
  'progress-report': whole('docx', progressReport),
  ledger: whole('xlsx', ledgerWorkbook),
  summary: whole('xlsx', summaryWorkbook),
  'sign-off-sheet': { extension: 'docx', make: signOffSheets, byProblem: true },
  'urge-sheet': { extension: 'docx', make: urgeSheets, byProblem: true },
};

/** How many places of a Word file are left for its author to fill in. */
export function gapsIn(docx: Uint8Array): number {
  const part = 'word/document.xml';
  const document = unzipSync(docx, { filter: ({ name }) => name === part })[part];
  return document === undefined ? 0 : gapsInText(strFromU8(document));
}

/** The summary as text, for a file that is called `.md`. */
export function summaryText(record: RectificationRecord): Uint8Array {
  return strToU8(summaryMarkdown(record));
}
