// Blocks as the library that writes Word files takes them. Whatever it leaves to chance is sealed by docx-file.ts.
import { Document, Packer, type Paragraph, type Table } from 'docx';
import { assertNever } from '../../../domain/assert-never';
import type { Block } from './blocks';
import { formFooter, officialFooters } from './footers';
import * as sizes from './measures';
import type { Look, Pages } from './pages';
import { closingParagraphs, headingParagraph, textParagraph, titleParagraph } from './paragraphs';
import { styles } from './styles';
import { table } from './tables';

/** `madeFrom`: for the foot of every page. */
export function wordFile({ look, blocks }: Pages, madeFrom: string): Promise<Uint8Array> {
  const file = new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: sectionOf(look),
        footers: (look === 'official' ? officialFooters : formFooter)(madeFrom),
        children: blocks.flatMap((block) => rendered(block, look)),
      },
    ],
  });
  return Packer.toBuffer(file);
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
