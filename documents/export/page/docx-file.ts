// Blocks into the bytes of a Word file; the same blocks give the same bytes.
import { coreProperties } from '../core-properties';
import { madeFrom } from '../made-from';
import type { RectificationRecord } from '../record';
import { sealed } from '../sealed';
import { fontTable } from './fonts';
import type { Pages } from './pages';
import type * as WordFile from './word-file';

export async function docxFile(pages: Pages, record: RectificationRecord): Promise<Uint8Array> {
  return sealed(await library().wordFile(pages, madeFrom(record)), {
    'docProps/core.xml': coreProperties(pages.title, record),
    'word/fontTable.xml': fontTable(),
  });
}

/** What uses the library that writes Word files: loaded when the first is written. */
const library = () => require('./word-file') as typeof WordFile;
