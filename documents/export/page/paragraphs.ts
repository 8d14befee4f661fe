// Blocks of text as Word's paragraphs. Numbers are literal text: they survive every reader.
import { Paragraph, TextRun } from 'docx';
import { partsAroundGaps } from '../gap';
import type { Closing, Heading, Paragraph as TextBlock, Title } from './blocks';
import { styleOfHeading } from './styles';
import { titleLines } from './title-lines';

export function titleParagraph({ text, newPage }: Title, style: string): Paragraph {
  return new Paragraph({
    style,
    ...(newPage === true ? { pageBreakBefore: true } : {}),
    children: titleLines(text).flatMap((line, at) => [
      ...(at === 0 ? [] : [new TextRun({ break: 1 })]),
      ...runs(line),
    ]),
  });
}

export function headingParagraph({ level, text }: Heading): Paragraph {
  return new Paragraph({ style: styleOfHeading[level], children: runs(text) });
}

/** One line of it is enough under its headings, which must not part from it: else four of them leave a third of a page empty. */
export function textParagraph({ lead, text, flush, keep }: TextBlock, body: string): Paragraph {
  const bold = lead === '' ? [] : [new TextRun({ text: lead, bold: true })];
  return new Paragraph({
    style: flush === true ? 'Flush' : body,
    widowControl: false,
    ...(keep === true ? { keepNext: true } : {}),
    children: [...bold, ...runs(text)],
  });
}

export function closingParagraphs({ signer, date }: Closing): readonly Paragraph[] {
  return [
    new Paragraph({ style: 'Signer', children: runs(signer) }),
    new Paragraph({ style: 'SignedOn', children: runs(date) }),
  ];
}

/** Gaps are highlighted. */
export function runs(text: string, bold = false): readonly TextRun[] {
  return partsAroundGaps(text).map(
    (part) =>
      new TextRun({
        text: part.text,
        ...(bold ? { bold } : {}),
        ...(part.isGap ? { highlight: 'yellow' } : {}),
      }),
  );
}
