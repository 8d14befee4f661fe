// Every document out by its name: what makes it, and as which kind of file.
import { strFromU8, unzipSync } from 'fflate';
import { bulletin } from './bulletin/bulletin';
import type { RectificationRecord } from './record';

export interface DocumentOut {
  readonly extension: 'docx' | 'xlsx' | 'md';
  /** The same record gives the same bytes. */
  readonly make: (record: RectificationRecord) => Promise<Uint8Array>;
}

export const documentsOut = {
  bulletin: { extension: 'docx', make: bulletin },
} as const satisfies Readonly<Record<string, DocumentOut>>;

export type DocumentName = keyof typeof documentsOut;

/** How many places of a Word file are left for its author to fill in. */
export function gapsIn(docx: Uint8Array): number {
  const part = 'word/document.xml';
  const document = unzipSync(docx, { filter: ({ name }) => name === part })[part];
  return document === undefined ? 0 : strFromU8(document).split('【待补：').length - 1;
}
