// Blocks into the bytes of a Word file; the same blocks give the same bytes.
import { Document, Packer, type Paragraph, type Table } from 'docx';
import { assertNever } from '../../../domain/assert-never';
import { coreProperties } from '../core-properties';
import { madeFrom } from '../made-from';
import type { RectificationRecord } from '../record';
import { sealed } from '../sealed';
import type { Block } from './blocks';
import { fontTable } from './fonts';
import { formFooter, officialFooters } from './footers';
import * as sizes from './measures';
import { closingParagraphs, headingParagraph, textParagraph, titleParagraph } from './paragraphs';
import { styles } from './styles';
import { table } from './tables';

/** An official document, or forms to be filled in and signed. */
export type Look = 'official' | 'form';

export interface Pages {
  readonly look: Look;
  /** For the file's properties. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export async function docxFile(pages: Pages, record: RectificationRecord): Promise<Uint8Array> {
  const file = new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: sectionOf(pages.look),
        footers: (pages.look === 'official' ? officialFooters : formFooter)(madeFrom(record)),
        children: pages.blocks.flatMap((block) => rendered(block, pages.look)),
      },
    ],
  });
  return sealed(await Packer.toBuffer(file), {
    'docProps/core.xml': coreProperties(pages.title, record),
    'word/fontTable.xml': fontTable(),
  });
}

function marginsOf(look: Look): sizes.Margins {
  return look === 'official' ? sizes.officialMargins : sizes.formMargins;
}

function sectionOf(look: Look) {
  return {
    page: {
      size: { width: sizes.page.width, height: sizes.page.height },
      margin: { ...marginsOf(look), header: 850 },
    },
  };
}

function rendered(block: Block, look: Look): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [titleParagraph(block, look === 'official' ? 'OfficialTitle' : 'FormTitle')];
    case 'heading':
      return [headingParagraph(block)];
    case 'paragraph':
      return [textParagraph(block, look === 'official' ? 'Body' : 'FormLine')];
    case 'closing':
      return closingParagraphs(block);
    case 'table':
      return [table(block, sizes.textWidth(marginsOf(look)))];
    default:
      return assertNever(block);
  }
}
