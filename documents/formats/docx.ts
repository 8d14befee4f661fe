// Word files: what a reader sees on the page. Deleted text, notes, headers and codes of fields are not there.
import type { Contents } from '../contents';
import { ImportError } from '../import-error';
import { numbersIn, type Numbers } from './docx-numbering';
import { flattened, linesOf } from './docx-text';
import { gridOf } from './docx-tables';
import { contentsOf, type Piece } from './numbered-blocks';
import { damaged, type Archive } from './open-zip';
import { childAt, parseXml, type Element } from './xml';

/** @throws ImportError when there is no document in it, or one that is broken off */
export function contentsOfDocx(archive: Archive): Contents {
  try {
    const part = archive.text('word/document.xml') ?? '';
    const body = childAt(parseXml(part), 'w:document', 'w:body');
    if (body === undefined || !isWhole(part)) throw damaged();
    return contentsOf(piecesOf(body, numbersIn(archive)));
  } catch (error) {
    // A file made to break the parser, deep beyond measure.
    throw error instanceof ImportError ? error : damaged();
  }
}

/** The parser forgives what is missing at the end; half a report must not pass for the whole. */
function isWhole(part: string): boolean {
  return /<\/w:document\s*>/.test(part);
}

function piecesOf(body: Element, numbers: Numbers): readonly Piece[] {
  let tables = 0;
  return flattened(body).flatMap((element): readonly Piece[] => {
    if (element.name === 'w:tbl') return [gridOf(element, `表${(tables += 1)}`, numbers)];
    if (element.name !== 'w:p') return [];
    return linesOf(element, numbers).map((text) => ({ kind: 'paragraph', text }));
  });
}
