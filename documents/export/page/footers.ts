// The foot of every page: its number between dashes, outside on both sides of the sheet, and what the document was made from.
import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { fonts } from './fonts';
import { characterWidth } from './measures';
import { everywhere } from './styles';

/** `— 1 —` in 宋体 四号: odd pages right, even pages left, one character in. */
export function officialFooters(madeFrom: string): {
  readonly default: Footer;
  readonly even: Footer;
} {
  return {
    default: new Footer({ children: [pageNumber('right'), line(madeFrom)] }),
    even: new Footer({ children: [pageNumber('left'), line(madeFrom)] }),
  };
}

export function formFooter(madeFrom: string): { readonly default: Footer; readonly even: Footer } {
  const footer = () => new Footer({ children: [line(madeFrom)] });
  return { default: footer(), even: footer() };
}

const fourteenPoints = 28;

function pageNumber(side: 'left' | 'right'): Paragraph {
  return new Paragraph({
    alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
    indent: side === 'left' ? { left: characterWidth } : { right: characterWidth },
    children: [
      new TextRun({
        children: ['— ', PageNumber.CURRENT, ' —'],
        font: everywhere(fonts.number),
        size: fourteenPoints,
      }),
    ],
  });
}

function line(text: string): Paragraph {
  return new Paragraph({ style: 'MadeFrom', children: [new TextRun(text)] });
}
